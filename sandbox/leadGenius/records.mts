// Checks the `records` of a request. Every bad record is named, by its place from 0, and what
// becomes of a request with a bad record, the settings say.
import {
	COMPANY_IDENTIFIERS,
	CONTACT_IDENTIFIERS,
	EXCLUSION_ENTITIES,
	RECORD_IDS,
} from './fields.mts';
import { isRecord } from '../shared/refusal.mts';
import { REQUIRED, noChoice } from './input.mts';
import type { Input } from './input.mts';
import type { Place } from './problems.mts';

/** The fields of one record. Numbers have become text; a field that was sent blank is ''. */
export type Values = Readonly<Record<string, string>>;

/** "Rate Limits": up to 200 records per request. */
const MAX_RECORDS = 200;

/** One thing that is wrong with a record, and with which of its fields. */
interface Flaw {
	readonly message: string;
	readonly name?: string;
}

/** What is wrong with the fields of one record. */
type Check = (values: Values) => readonly Flaw[];

/** The records of an upload. `allowed` are the fields that they may have. */
export function readRecords(input: Input, allowed: ReadonlySet<string>): Values[] {
	return readList(input, (values) => [
		...strangers(values, (field) => allowed.has(field)),
		...missingIdentifiers(values),
	]);
}

/** The records of an exclusion list. */
export function readExclusions(input: Input): Values[] {
	return readList(input, exclusionProblems);
}

/** The fields of one object; problems go to its place in `field`. */
export function readValues(input: Input, field: string, place: Place, value: unknown): Values {
	if (!isRecord(value)) {
		input.problems.add(field, 'Expected a dictionary.', place);
		return {};
	}
	const entries: [string, string][] = [];
	for (const [key, each] of Object.entries(value)) {
		if (typeof each === 'string') entries.push([key, each]);
		else if (typeof each === 'number') entries.push([key, String(each)]);
		else {
			const why = each === null ? 'This field may not be null.' : 'Not a valid string.';
			input.problems.add(field, why, { ...place, name: key });
		}
	}
	return Object.fromEntries(entries);
}

/**
 * The identifier rules ("Creating an API Campaign", `records`): company data needs a company
 * identifier, contact data a contact identifier, a lead (both) needs both.
 */
export function missingIdentifiers(values: Values): Flaw[] {
	const hasCompany = hasData(values, 'org_');
	const hasContact = hasData(values, 'contact_');
	if (!hasCompany && !hasContact) {
		const identifiers = namesOf([...COMPANY_IDENTIFIERS, ...CONTACT_IDENTIFIERS]);
		return [{ message: `One of ${identifiers} is required.` }];
	}
	return [
		...(hasCompany ? missing(values, 'company', COMPANY_IDENTIFIERS) : []),
		...(hasContact ? missing(values, 'contact', CONTACT_IDENTIFIERS) : []),
	];
}

/** One message when none of the identifiers has a value. */
export function missing(values: Values, kind: string, identifiers: readonly string[]): Flaw[] {
	if (identifiers.some((field) => isFilled(values[field]))) return [];
	return [{ message: `A ${kind} identifier is required: ${namesOf(identifiers)}.` }];
}

/** One message for each field that is not allowed. */
export function strangers(values: Values, isAllowed: (field: string) => boolean): Flaw[] {
	return Object.keys(values)
		.filter((field) => !isAllowed(field))
		.map((field) => ({ message: `"${field}" is not a valid field.` }));
}

function readList(input: Input, check: Check): Values[] {
	const items = input.fullList('records');
	if (items.length > MAX_RECORDS) {
		input.problems.add('records', `Ensure this field has no more than ${MAX_RECORDS} elements.`);
		return [];
	}
	return items.map((item, at) => {
		const place = { item: { at, of: items.length } };
		const values = readValues(input, 'records', place, item);
		for (const { message, name } of isRecord(item) ? check(values) : []) {
			input.problems.add('records', message, { ...place, name });
		}
		return values;
	});
}

function exclusionProblems(values: Values): Flaw[] {
	const { entity } = values;
	if (entity === undefined) return [{ name: 'entity', message: REQUIRED }];
	const rules = EXCLUSION_ENTITIES.get(entity);
	if (rules === undefined) return [{ name: 'entity', message: noChoice(entity) }];
	return [
		...strangers(values, (field) => rules.fields.includes(field)),
		...missing(values, entity === 'org' ? 'company' : 'contact', rules.identifiers),
	];
}

function hasData(values: Values, prefix: string): boolean {
	return Object.entries(values).some(
		([field, value]) => field.startsWith(prefix) && !RECORD_IDS.includes(field) && isFilled(value),
	);
}

function isFilled(value: string | undefined): boolean {
	return value !== undefined && value.trim() !== '';
}

function namesOf(fields: readonly string[]): string {
	return fields.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

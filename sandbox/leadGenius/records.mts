// Checks the `records` of a request. Every bad record is named, by its place from 0, and nothing
// of a request with a bad record is taken.
import {
	COMPANY_IDENTIFIERS,
	CONTACT_IDENTIFIERS,
	EXCLUSION_ENTITIES,
	RECORD_IDS,
} from './fields.mts';
import { isRecord } from '../shared/refusal.mts';
import { noChoice } from './input.mts';
import type { Input } from './input.mts';

/** The fields of one record. Numbers have become text; a field that was sent blank is ''. */
export type Values = Readonly<Record<string, string>>;

/** "Rate Limits": up to 200 records per request. */
const MAX_RECORDS = 200;

/** What is wrong with the fields of one record. */
type Check = (values: Values) => readonly string[];

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

/** The fields of one object; problems go to `field`, with `where` in front. */
export function readValues(input: Input, field: string, where: string, value: unknown): Values {
	if (!isRecord(value)) {
		input.problems.add(field, `${where}Expected a dictionary.`);
		return {};
	}
	const entries: [string, string][] = [];
	for (const [key, each] of Object.entries(value)) {
		if (typeof each === 'string') entries.push([key, each]);
		else if (typeof each === 'number') entries.push([key, String(each)]);
		else if (each === null)
			input.problems.add(field, `${where}${key}: This field may not be null.`);
		else input.problems.add(field, `${where}${key}: Not a valid string.`);
	}
	return Object.fromEntries(entries);
}

/**
 * The identifier rules ("Creating an API Campaign", `records`): company data needs a company
 * identifier, contact data a contact identifier, a lead (both) needs both.
 */
export function missingIdentifiers(values: Values): string[] {
	const hasCompany = hasData(values, 'org_');
	const hasContact = hasData(values, 'contact_');
	if (!hasCompany && !hasContact) {
		return [`One of ${namesOf([...COMPANY_IDENTIFIERS, ...CONTACT_IDENTIFIERS])} is required.`];
	}
	return [
		...(hasCompany ? missing(values, 'company', COMPANY_IDENTIFIERS) : []),
		...(hasContact ? missing(values, 'contact', CONTACT_IDENTIFIERS) : []),
	];
}

/** One message when none of the identifiers has a value. */
export function missing(values: Values, kind: string, identifiers: readonly string[]): string[] {
	if (identifiers.some((field) => isFilled(values[field]))) return [];
	return [`A ${kind} identifier is required: ${namesOf(identifiers)}.`];
}

/** One message for each field that is not allowed. */
export function strangers(values: Values, isAllowed: (field: string) => boolean): string[] {
	return Object.keys(values)
		.filter((field) => !isAllowed(field))
		.map((field) => `"${field}" is not a valid field.`);
}

function readList(input: Input, check: Check): Values[] {
	const items = input.fullList('records');
	if (items.length > MAX_RECORDS) {
		input.problems.add('records', `Ensure this field has no more than ${MAX_RECORDS} elements.`);
		return [];
	}
	return items.map((item, at) => {
		const where = `records[${at}]: `;
		const values = readValues(input, 'records', where, item);
		const reasons = isRecord(item) ? check(values) : [];
		for (const reason of reasons) input.problems.add('records', where + reason);
		return values;
	});
}

function exclusionProblems(values: Values): string[] {
	const { entity } = values;
	if (entity === undefined) return ['entity: This field is required.'];
	const rules = EXCLUSION_ENTITIES.get(entity);
	if (rules === undefined) return [`entity: ${noChoice(entity)}`];
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

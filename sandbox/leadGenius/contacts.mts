// Which contacts and companies to look for, in a campaign or a rapid request (newer documents).
import { DEPARTMENTS, SENIORITIES } from './fields.mts';
import { isRecord } from '../shared/refusal.mts';
import { REQUIRED, noChoice } from './input.mts';
import type { Input } from './input.mts';
import type { Place } from './problems.mts';
import type { WantedContacts } from './rapid.mts';
import type { Form } from './settings.mts';

const MAX_PER_COMPANY = 10;

/** What a get_contacts request needs, as documented. */
const WANTED = ['contacts_per_company', 'seniority', 'department'];

/** The filters for companies, "only zip_code so far". */
const COMPANY_FILTERS = ['zip_code'];

const NO_TEXT = 'Not a valid string.';

/** `contacts` of a rapid request: {contacts_per_company, seniority, department}. */
export function readWanted(input: Input, form: Form): WantedContacts {
	const value = input.value('contacts') ?? {};
	const contacts = isRecord(value) ? value : {};
	if (!isRecord(value)) input.problems.add('contacts', 'Expected a dictionary.');
	for (const name of form === 'documented' ? WANTED : []) {
		if (contacts[name] === undefined) input.problems.add('contacts', REQUIRED, { name });
	}
	const perCompany = contacts.contacts_per_company ?? 1;
	if (!isPerCompany(perCompany)) {
		const message = `Enter a number from 1 to ${MAX_PER_COMPANY}.`;
		input.problems.add('contacts', message, { name: 'contacts_per_company' });
	}
	const readOf = choicesOf(input, contacts, form, {});
	return {
		contacts_per_company: isPerCompany(perCompany) ? perCompany : 1,
		seniority: readOf('seniority', SENIORITIES),
		department: readOf('department', DEPARTMENTS),
	};
}

/** `contacts` of a campaign: [{priority, seniority, department, keywords, condition}]. */
export function readRules(input: Input, form: Form): readonly unknown[] {
	const rules = input.list('contacts') ?? [];
	for (const [at, rule] of rules.entries()) {
		const place = { item: { at, of: rules.length } };
		if (!isRecord(rule)) {
			input.problems.add('contacts', 'Expected a dictionary.', place);
			continue;
		}
		if (rule.priority !== undefined && !Number.isInteger(rule.priority)) {
			const message = 'A valid integer is required.';
			input.problems.add('contacts', message, { ...place, name: 'priority' });
		}
		const readOf = choicesOf(input, rule, form, place);
		readOf('seniority', SENIORITIES);
		readOf('department', DEPARTMENTS);
		if (form === 'documented') checkWords(input, rule, place);
	}
	return rules;
}

/** `companies` of a campaign, as documented: an object of filters. */
export function checkCompanies(input: Input): void {
	const value = input.value('companies') ?? {};
	if (!isRecord(value)) {
		input.problems.add('companies', 'Expected a dictionary.');
		return;
	}
	for (const name of Object.keys(value)) {
		if (COMPANY_FILTERS.includes(name)) continue;
		input.problems.add('companies', `"${name}" is not a valid field.`);
	}
}

/** `keywords` is a list of texts and `condition` a text. */
function checkWords(input: Input, { keywords = [], condition = '' }: Owner, place: Place): void {
	if (!Array.isArray(keywords)) {
		const message = `Expected a list of items but got type "${typeof keywords}".`;
		input.problems.add('contacts', message, { ...place, name: 'keywords' });
	} else if (keywords.some((word) => typeof word !== 'string')) {
		input.problems.add('contacts', NO_TEXT, { ...place, name: 'keywords' });
	}
	if (typeof condition === 'string') return;
	input.problems.add('contacts', NO_TEXT, { ...place, name: 'condition' });
}

type Owner = Readonly<Record<string, unknown>>;

/** Reads what is chosen in a field: one choice or a list of them, or one alone as documented. */
function choicesOf(input: Input, owner: Owner, form: Form, place: Place) {
	return (name: string, choices: readonly string[]): string[] => {
		const value = owner[name] ?? [];
		const items: readonly unknown[] = Array.isArray(value) ? value : [value];
		if (form === 'documented' && items === value && owner[name] !== undefined) {
			input.problems.add('contacts', NO_TEXT, { ...place, name });
			return [];
		}
		return items.flatMap((item) => {
			if (typeof item === 'string' && choices.includes(item)) return [item];
			input.problems.add('contacts', noChoice(item), { ...place, name });
			return [];
		});
	};
}

function isPerCompany(value: unknown): value is number {
	return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_PER_COMPANY;
}

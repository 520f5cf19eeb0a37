// Which contacts to look for, in a campaign or a rapid request (newer documents).
import { DEPARTMENTS, SENIORITIES } from './fields.mts';
import { isRecord } from '../shared/refusal.mts';
import { noChoice } from './input.mts';
import type { Input } from './input.mts';
import type { WantedContacts } from './rapid.mts';

const MAX_PER_COMPANY = 10;

/** `contacts` of a rapid request: {contacts_per_company, seniority, department}. */
export function readWanted(input: Input): WantedContacts {
	const value = input.value('contacts') ?? {};
	const contacts = isRecord(value) ? value : {};
	if (!isRecord(value)) input.problems.add('contacts', 'Expected a dictionary.');
	const perCompany = contacts.contacts_per_company ?? 1;
	if (!isPerCompany(perCompany)) {
		const message = `contacts_per_company: Enter a number from 1 to ${MAX_PER_COMPANY}.`;
		input.problems.add('contacts', message);
	}
	return {
		contacts_per_company: isPerCompany(perCompany) ? perCompany : 1,
		seniority: readChoices(input, '', contacts, 'seniority', SENIORITIES),
		department: readChoices(input, '', contacts, 'department', DEPARTMENTS),
	};
}

/** `contacts` of a campaign: [{priority, seniority, department, keywords, condition}]. */
export function readRules(input: Input): readonly unknown[] {
	const rules = input.list('contacts') ?? [];
	for (const [at, rule] of rules.entries()) {
		const where = `contacts[${at}]: `;
		if (!isRecord(rule)) {
			input.problems.add('contacts', `${where}Expected a dictionary.`);
			continue;
		}
		if (rule.priority !== undefined && !Number.isInteger(rule.priority)) {
			input.problems.add('contacts', `${where}priority: A valid integer is required.`);
		}
		readChoices(input, where, rule, 'seniority', SENIORITIES);
		readChoices(input, where, rule, 'department', DEPARTMENTS);
	}
	return rules;
}

/** One choice or a list of them. */
function readChoices(
	input: Input,
	where: string,
	owner: Readonly<Record<string, unknown>>,
	name: string,
	choices: readonly string[],
): string[] {
	const value = owner[name] ?? [];
	const items: readonly unknown[] = Array.isArray(value) ? value : [value];
	return items.flatMap((item) => {
		if (typeof item === 'string' && choices.includes(item)) return [item];
		input.problems.add('contacts', `${where}${name}: ${noChoice(item)}`);
		return [];
	});
}

function isPerCompany(value: unknown): value is number {
	return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_PER_COMPANY;
}

import type { INodePropertyOptions } from 'n8n-workflow';
import { field } from '../../../shared/form/field';
import { group, rows } from '../../../shared/form/fixedCollection';
import {
	checked,
	optionalJsonObject,
	optionalText,
	optionalWholeNumber,
	textList,
	wholeNumber,
	wordsOf,
} from '../../../shared/form/schema';
import { textField } from '../../../shared/form/textField';
import { isBlank, quote } from '../../../shared/values/text';

/** The levels and departments that LeadGenius knows (newer documents). */
const SENIORITIES = [
	'C-level',
	'Director',
	'Director+',
	'Entry level',
	'Manager',
	'Manager+',
	'Senior',
	'VP',
	'VP+',
];

const DEPARTMENTS = [
	'Business Development',
	'Consulting',
	'Design',
	'Education',
	'Engineering',
	'Executive',
	'Finance',
	'Health Services',
	'Human Resources',
	'Information Technology',
	'Legal',
	'Marketing',
	'Media and Communications',
	'Operations',
	'Product',
	'Sales',
];

const asOptions = (values: readonly string[]) => values.map((value) => ({ name: value, value }));

/** One text. Workflows of earlier versions hold a list: one that names a single choice is taken. */
const oneText = checked<string | undefined>((value) => {
	const given: unknown[] = Array.isArray(value) ? value.filter((each) => !isBlank(each)) : [value];
	if (given.length > 1) return { wrong: `must be one choice, not several: ${quote(value)}` };
	const parsed = optionalText.safeParse(given[0]);
	return parsed.success ? { ok: parsed.data } : { wrong: wordsOf(parsed) };
});

const ANY = [{ name: 'Any', value: '' }];

/** @param preset what is chosen at first @param more choices beside the vendor's */
const seniorityField = (preset: string, more: INodePropertyOptions[] = []) =>
	field(
		{
			displayName: 'Seniority',
			name: 'seniority',
			type: 'options',
			default: preset,
			options: [...more, ...asOptions(SENIORITIES)],
			description: 'How senior the contacts are to be',
		},
		oneText,
	);

/** @param preset what is chosen at first @param more choices beside the vendor's */
const departmentField = (preset: string, more: INodePropertyOptions[] = []) =>
	field(
		{
			displayName: 'Department',
			name: 'department',
			type: 'options',
			default: preset,
			options: [...more, ...asOptions(DEPARTMENTS)],
			description: 'Where the contacts are to work',
		},
		oneText,
	);

/** For a rapid request, which needs a choice. */
export const neededSeniority = seniorityField('VP+');
export const neededDepartment = departmentField('Sales');

const perCompany = {
	displayName: 'Contacts per Company',
	name: 'contactsPerCompany',
	type: 'number',
	default: 1,
} as const;

/** For a campaign: no upper limit is named. */
export const contactsPerCompany = field(
	{
		...perCompany,
		typeOptions: { minValue: 1 },
		description: 'How many contacts to find at each company',
	},
	optionalWholeNumber({ min: 1 }),
);

/** For a rapid request: from 1 to 10. */
export const fewPerCompany = field(
	{
		...perCompany,
		typeOptions: { minValue: 1, maxValue: 10 },
		description: 'How many contacts to find at each company, 10 at most',
	},
	optionalWholeNumber({ min: 1, max: 10 }),
);

const priority = field(
	{
		displayName: 'Priority',
		name: 'priority',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: '1 for the contacts to look for first',
	},
	wholeNumber({ min: 1, default: 1 }),
);

const keywords = field(
	{
		displayName: 'Keywords',
		name: 'keywords',
		type: 'string',
		default: '',
		placeholder: 'e.g. growth, demand generation',
		description: 'Words that the job title is to hold, with commas between them',
	},
	textList,
);

const condition = textField({
	displayName: 'Condition',
	name: 'condition',
	placeholder: 'e.g. AND',
	description: 'How the parts of this rule go together',
});

/** The contacts that a campaign looks for (newer documents). */
export const contactRules = rows(
	{
		displayName: 'Contacts to Find',
		name: 'contacts',
		placeholder: 'Add contacts',
		row: 'Contacts',
		description: 'Which contacts to look for at each company, the most wanted first',
	},
	[priority, seniorityField('', ANY), departmentField('', ANY), keywords, condition],
);

const zipCodes = field(
	{
		displayName: 'ZIP Codes',
		name: 'zipCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. 94105, 10001',
		description: 'Companies in one of these areas, with commas between the codes',
	},
	textList,
);

const otherFilters = field(
	{
		displayName: 'Other Filters (JSON)',
		name: 'otherFilters',
		type: 'json',
		default: '',
		hint: 'e.g. {"zip_code": ["94105"]}',
		description: 'Filters that LeadGenius told you, as a JSON object',
	},
	optionalJsonObject,
);

/** The companies that a campaign looks for, beyond those that are uploaded (newer documents). */
export const companyFilters = group(
	{
		displayName: 'Companies to Find',
		name: 'companies',
		placeholder: 'Add filters',
		row: 'Filters',
		description: 'Which new companies to look for, beside those that you upload',
	},
	[zipCodes, otherFilters],
);

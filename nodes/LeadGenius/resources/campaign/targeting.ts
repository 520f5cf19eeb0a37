import { field } from '../../../shared/form/field';
import { rows } from '../../../shared/form/fixedCollection';
import { optionalWholeNumber, textList, wholeNumber } from '../../../shared/form/schema';
import { textField } from '../../../shared/form/textField';

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

export const seniority = field(
	{
		displayName: 'Seniority',
		name: 'seniority',
		type: 'multiOptions',
		default: [],
		options: asOptions(SENIORITIES),
		description: 'How senior the contacts are to be; any when nothing is chosen',
	},
	textList,
);

export const department = field(
	{
		displayName: 'Department',
		name: 'department',
		type: 'multiOptions',
		default: [],
		options: asOptions(DEPARTMENTS),
		description: 'Where the contacts are to work; anywhere when nothing is chosen',
	},
	textList,
);

export const contactsPerCompany = field(
	{
		displayName: 'Contacts per Company',
		name: 'contactsPerCompany',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10 },
		default: 1,
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

const keywords = textField({
	displayName: 'Keywords',
	name: 'keywords',
	placeholder: 'e.g. growth, demand generation',
	description: 'Words that the job title is to hold',
});

const condition = textField({
	displayName: 'Condition',
	name: 'condition',
	description: 'How the keywords are to be applied, as agreed with LeadGenius',
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
	[priority, seniority, department, keywords, condition],
);

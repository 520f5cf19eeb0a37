import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { field } from '../../shared/field';
import {
	checked,
	optionalWholeNumber,
	textList,
	wholeNumber,
	type Checked,
} from '../../shared/schema';

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

const seniorityProperty = {
	displayName: 'Seniority',
	name: 'seniority',
	type: 'multiOptions',
	default: [],
	options: asOptions(SENIORITIES),
	description: 'How senior the contacts are to be; any when nothing is chosen',
} as const satisfies INodeProperties;

const departmentProperty = {
	displayName: 'Department',
	name: 'department',
	type: 'multiOptions',
	default: [],
	options: asOptions(DEPARTMENTS),
	description: 'Where the contacts are to work; anywhere when nothing is chosen',
} as const satisfies INodeProperties;

export const seniority = field({ ...seniorityProperty, default: [] }, textList);
export const department = field({ ...departmentProperty, default: [] }, textList);

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

const ruleShape = z.object({
	rule: z
		.array(
			z.object({
				priority: wholeNumber({ min: 1, default: 1 }),
				seniority: textList,
				department: textList,
				keywords: z.string().nullish(),
				condition: z.string().nullish(),
			}),
		)
		.nullish(),
});

/** One kind of contact that a campaign looks for, as LeadGenius takes it. */
interface ContactRule {
	readonly priority: number;
	readonly seniority?: readonly string[];
	readonly department?: readonly string[];
	readonly keywords?: string;
	readonly condition?: string;
}

const rules = checked((value): Checked<ContactRule[] | undefined> => {
	const parsed = ruleShape.safeParse(value ?? {});
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return {
			wrong: `has a rule whose ${issue?.path.slice(2).join('.') || 'form'} ${issue?.message ?? 'is wrong'}`,
		};
	}
	if (!parsed.data.rule) return { ok: undefined };
	return {
		ok: parsed.data.rule.map((rule) => ({
			priority: rule.priority,
			...(rule.seniority.length > 0 && { seniority: rule.seniority }),
			...(rule.department.length > 0 && { department: rule.department }),
			...(rule.keywords && { keywords: rule.keywords }),
			...(rule.condition && { condition: rule.condition }),
		})),
	};
});

/** The contacts that a campaign looks for, by priority. */
export const contactRules = field(
	{
		displayName: 'Contacts to Find',
		name: 'contacts',
		type: 'fixedCollection',
		placeholder: 'Add Contacts',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		description: 'Which contacts to look for at each company, the most wanted first',
		options: [
			{
				displayName: 'Rule',
				name: 'rule',
				values: [
					{
						displayName: 'Condition',
						name: 'condition',
						type: 'string',
						default: '',
						description: 'How the keywords are to be applied, as agreed with LeadGenius',
					},
					departmentProperty,
					{
						displayName: 'Keywords',
						name: 'keywords',
						type: 'string',
						default: '',
						placeholder: 'e.g. growth, demand generation',
						description: 'Words that the job title is to hold',
					},
					{
						displayName: 'Priority',
						name: 'priority',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 1,
						description: '1 for the contacts to look for first',
					},
					seniorityProperty,
				],
			},
		],
	},
	rules,
);

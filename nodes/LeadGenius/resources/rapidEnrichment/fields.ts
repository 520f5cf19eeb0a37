import { collection, field, shownFor } from '../../../shared/form/field';
import { oneOf, optionalMoment, optionalText, textList } from '../../../shared/form/schema';
import { requiredTextField, textField } from '../../../shared/form/textField';
import { timeLimit } from '../../../shared/form/timeLimit';
import type { FieldIssue } from '../../../shared/values/issues';
import type { Names } from '../../../shared/meaning/names';
import { companyNames, names } from '../../names';
import { fewPerCompany, neededDepartment, neededSeniority } from '../campaign/targeting';
import { STANDARD_FIELDS } from '../record/standardFields';

const TYPES = [
	{ name: 'Account', value: 'account', description: 'Find out more about a company' },
	{ name: 'Contact', value: 'contact', description: 'Find out more about a person' },
	{ name: 'Get Contacts', value: 'get_contacts', description: 'Find people who work at a company' },
];

export const enrichmentType = {
	...field(
		{
			displayName: 'Enrichment Type',
			name: 'enrichmentType',
			type: 'options',
			default: 'contact',
			options: TYPES,
			description: 'What to find out',
		},
		oneOf(['contact', 'account', 'get_contacts'], 'contact'),
	),
	vendorName: 'type',
};

/** What is sent of what is known: all of it for a contact, the company alone for the others. */
export function namesOfType({ enrichmentType: type }: Readonly<Record<string, unknown>>): Names {
	return type === 'contact' ? names : companyNames;
}

/** What is known already, as fields of a record. */
export const data = collection(
	{ displayName: 'Known Data', name: 'data', placeholder: 'Add field' },
	STANDARD_FIELDS.map(({ name, label, definition }) =>
		textField({ displayName: label, name, description: definition }),
	),
);

const jobTitle = textField({
	displayName: 'Job Title',
	name: 'title',
	placeholder: 'e.g. Head of Growth',
	description: 'What the contacts are to be, in place of a department',
});

export const contacts = shownFor(
	'enrichmentType',
	['get_contacts'],
	collection({ displayName: 'Contacts to Find', name: 'contacts', placeholder: 'Add rule' }, [
		fewPerCompany,
		neededSeniority,
		neededDepartment,
		jobTitle,
	]),
);

/** What a request holds when it is entered as fields. */
interface Entered {
	readonly data?: Readonly<Record<string, unknown>>;
	readonly contacts?: Readonly<Record<string, unknown>>;
}

/** What a request lacks when it is entered as fields. */
export function requestIssues({ data: known, contacts: wanted }: Entered): readonly FieldIssue[] {
	const issues: FieldIssue[] = [];
	if (known && Object.values(known).every((value) => value === undefined)) {
		issues.push({
			field: 'Known Data',
			wrong: 'is empty',
			fix: "Add what is known of the account or contact, such as 'Company Website' or 'Contact Email'",
		});
	}
	if (!wanted) return issues;
	const lacking = [
		...(wanted.contactsPerCompany === undefined ? ["'Contacts per Company'"] : []),
		...(wanted.seniority === undefined ? ["'Seniority'"] : []),
		...((wanted.department ?? wanted.title) === undefined ? ["'Department' or 'Job Title'"] : []),
	];
	if (lacking.length > 0) {
		issues.push({
			field: 'Contacts to Find',
			wrong: `lacks ${lacking.join(', ')}`,
			fix: 'Add these rules: LeadGenius needs all of them to find contacts',
		});
	}
	return issues;
}

export const timeoutSeconds = timeLimit('LeadGenius', 'request ID');

export const requestId = requiredTextField({
	displayName: 'Request ID',
	name: 'requestId',
	placeholder: 'e.g. 501',
	description: 'The ID that Rapid Enrichment > Create returned',
});

export const filters = collection(
	{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
	[
		field(
			{
				displayName: 'Request IDs',
				name: 'requestIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 501, 502',
				description:
					'Only these requests, with commas between them. Each is asked for in a request of its own.',
			},
			textList,
		),
		field(
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				default: 'ok',
				description: 'Only requests in this state',
				options: [
					{ name: 'Cancelled', value: 'cancelled' },
					{ name: 'Erred', value: 'erred' },
					{ name: 'In Progress', value: 'in_progress' },
					{ name: 'OK', value: 'ok' },
					{ name: 'Scheduled', value: 'scheduled' },
				],
			},
			optionalText,
		),
		field(
			{
				displayName: 'Enrichment Type',
				name: 'enrichmentType',
				type: 'options',
				default: 'contact',
				description: 'Only requests of this type',
				options: TYPES,
			},
			optionalText,
		),
		field(
			{
				displayName: 'Created From',
				name: 'createdFrom',
				type: 'dateTime',
				default: '',
				description: 'Only requests that were created at this time or later',
			},
			optionalMoment,
		),
		field(
			{
				displayName: 'Created To',
				name: 'createdTo',
				type: 'dateTime',
				default: '',
				description: 'Only requests that were created at this time or before',
			},
			optionalMoment,
		),
	],
);

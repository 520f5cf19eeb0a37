import { collection, field, shownFor } from '../../../shared/form/field';
import { oneOf, optionalMoment, optionalText, textList } from '../../../shared/form/schema';
import { requiredTextField, textField } from '../../../shared/form/textField';
import type { FieldIssue } from '../../../shared/values/issues';
import { contactsPerCompany, department, seniority } from '../campaign/targeting';
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

/** What is known already, as fields of a record. */
export const data = collection(
	{ displayName: 'Known Data', name: 'data', placeholder: 'Add field' },
	STANDARD_FIELDS.map(({ name, label, definition }) =>
		textField({ displayName: label, name, description: definition }),
	),
);

/** What a request lacks when its data is entered as fields. */
export function dataIssues(input: {
	readonly data?: Readonly<Record<string, string | undefined>>;
}): readonly FieldIssue[] {
	const known = input.data;
	if (known === undefined || Object.values(known).some((value) => value !== undefined)) return [];
	return [
		{
			field: 'Known Data',
			wrong: 'is empty',
			fix: "Add what is known of the account or contact, such as 'Company Website' or 'Contact Email'",
		},
	];
}

export const contacts = shownFor(
	'enrichmentType',
	['get_contacts'],
	collection({ displayName: 'Contacts to Find', name: 'contacts', placeholder: 'Add rule' }, [
		contactsPerCompany,
		seniority,
		department,
	]),
);

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
				description: 'Only these requests, with commas between them',
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

import { collection, field, shownFor } from '../../shared/field';
import { optionalMoment, optionalText, oneOf, text, textList } from '../../shared/schema';
import { contactsPerCompany, department, seniority } from '../campaigns/targeting';
import { STANDARD_FIELDS } from '../records/standardFields';

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
		field(
			{
				displayName: label,
				name,
				type: 'string',
				default: '',
				description: definition,
			},
			optionalText,
		),
	),
);

export const contacts = shownFor(
	'enrichmentType',
	['get_contacts'],
	collection({ displayName: 'Contacts to Find', name: 'contacts', placeholder: 'Add rule' }, [
		contactsPerCompany,
		seniority,
		department,
	]),
);

export const requestId = field(
	{
		displayName: 'Request ID',
		name: 'requestId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 501',
		description: 'The ID that Rapid Enrichment > Create returned',
	},
	text,
);

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

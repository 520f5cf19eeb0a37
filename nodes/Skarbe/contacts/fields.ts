import { bodyFields } from '../../shared/body';
import { collection, field } from '../../shared/field';
import { locator } from '../../shared/locator';
import {
	optionalContent,
	optionalEmail,
	optionalNumericId,
	optionalText,
	textList,
} from '../../shared/schema';

const email = field(
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
		description: "Needed when 'First Name' is empty",
	},
	optionalEmail,
);

const firstName = field(
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Jane',
		description: "Needed when 'Email' is empty",
	},
	optionalText,
);

const lastName = field(
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Smith',
	},
	optionalText,
);

const leadStatus = locator(
	{
		displayName: 'Lead Status',
		name: 'leadStatus',
		placeholder: 'e.g. 1',
		description: 'Where the contact stands in your pipeline; may be left empty',
		searchListMethod: 'searchLeadStatuses',
	},
	optionalNumericId,
);

const additionalFields = collection(
	{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
	[
		field(
			{
				displayName: 'Company Name',
				name: 'companyName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Tech Solutions Inc',
			},
			optionalText,
		),
		field(
			{
				displayName: 'Facebook URL',
				name: 'facebookUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://www.facebook.com/jane.smith',
			},
			optionalText,
		),
		field(
			{
				displayName: 'Instagram URL',
				name: 'instagramUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://www.instagram.com/jane.smith',
			},
			optionalText,
		),
		field(
			{
				displayName: 'Job Title',
				name: 'jobTitle',
				type: 'string',
				default: '',
				placeholder: 'e.g. Marketing Manager',
			},
			optionalText,
		),
		field(
			{
				displayName: 'LinkedIn URL',
				name: 'linkedinUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://www.linkedin.com/in/jane-smith',
			},
			optionalText,
		),
		field(
			{
				displayName: 'Note',
				name: 'note',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				placeholder: 'e.g. Met at the fair',
				description: 'Line breaks are kept',
			},
			optionalContent,
		),
		field(
			{
				displayName: 'Phone Numbers',
				name: 'phoneNumbers',
				type: 'string',
				default: '',
				placeholder: 'e.g. +1 408 996 1010, +1 408 996 1011',
				description: 'One or more, with commas between them; an expression may give a list',
			},
			textList,
		),
		field(
			{
				displayName: 'Twitter URL',
				name: 'twitterUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://twitter.com/jane_smith',
			},
			optionalText,
		),
	],
);

/** What makes a contact's body ("Available endpoints", "Create Contact"). */
export const contactFields = bodyFields(
	{ email: 'name@email.com', firstName: 'Jane', leadStatus: 1 },
	email,
	firstName,
	lastName,
	leadStatus,
	additionalFields,
);

export const query = field(
	{
		displayName: 'Search',
		name: 'query',
		type: 'string',
		default: '',
		placeholder: 'e.g. john',
		description:
			'Only contacts with this in their first name, last name or email; leave empty for all',
	},
	optionalText,
);

import { matchedBodyFields } from '../../../shared/form/body';
import { collection, field } from '../../../shared/form/field';
import { resourceLocator } from '../../../shared/form/resourceLocator';
import {
	optionalContent,
	optionalEmail,
	optionalNumericId,
	textList,
} from '../../../shared/form/schema';
import { textField } from '../../../shared/form/textField';
import { names } from '../../names';

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

/** A contact's lead status. @param description what it is for */
export function leadStatusOf(description: string) {
	return resourceLocator(
		{
			displayName: 'Lead Status',
			name: 'leadStatus',
			placeholder: 'e.g. 1',
			description,
			searchListMethod: 'searchLeadStatuses',
		},
		optionalNumericId,
	);
}

const leadStatus = leadStatusOf('Where the contact stands in your pipeline; may be left empty');

const note = field(
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
);

const phoneNumbers = field(
	{
		displayName: 'Phone Numbers',
		name: 'phoneNumbers',
		type: 'string',
		default: '',
		placeholder: 'e.g. +1 408 996 1010, +1 408 996 1011',
		description: 'One or more, with commas between them; an expression may give a list',
	},
	textList,
);

const additionalFields = collection(
	{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
	[
		textField({
			displayName: 'Company Name',
			name: 'companyName',
			placeholder: 'e.g. Tech Solutions Inc',
		}),
		textField({
			displayName: 'Facebook URL',
			name: 'facebookUrl',
			placeholder: 'e.g. https://www.facebook.com/jane.smith',
		}),
		textField({
			displayName: 'Instagram URL',
			name: 'instagramUrl',
			placeholder: 'e.g. https://www.instagram.com/jane.smith',
		}),
		textField({
			displayName: 'Job Title',
			name: 'jobTitle',
			placeholder: 'e.g. Marketing Manager',
		}),
		textField({
			displayName: 'LinkedIn URL',
			name: 'linkedinUrl',
			placeholder: 'e.g. https://www.linkedin.com/in/jane-smith',
		}),
		note,
		phoneNumbers,
		textField({
			displayName: 'Twitter URL',
			name: 'twitterUrl',
			placeholder: 'e.g. https://twitter.com/jane_smith',
		}),
	],
);

/** What makes a contact's body ("Available endpoints", "Create Contact"). */
export const contactFields = matchedBodyFields(
	names,
	{ email: 'name@email.com', firstName: 'Jane', leadStatus: 1 },
	[
		email,
		textField({
			displayName: 'First Name',
			name: 'firstName',
			placeholder: 'e.g. Jane',
			description: "Needed when 'Email' is empty",
		}),
		textField({ displayName: 'Last Name', name: 'lastName', placeholder: 'e.g. Smith' }),
	],
	[leadStatus, additionalFields],
);

export const query = textField({
	displayName: 'Search',
	name: 'query',
	placeholder: 'e.g. john',
	description:
		'Only contacts with this in their first name, last name or email; leave empty for all',
});

import { bodyFields } from '../../../shared/form/body';
import { collection } from '../../../shared/form/field';
import { textField } from '../../../shared/form/textField';
import { userId } from '../fields';
import { furtherFields } from './furtherFields';

const CUSTOM_FIELDS = 9;

const additionalFields = collection(
	{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
	furtherFields,
);

const customFields = collection(
	{ displayName: 'Custom Fields', name: 'customFields', placeholder: 'Add custom field' },
	Array.from({ length: CUSTOM_FIELDS }, (_, index) =>
		textField({
			displayName: `Custom ${index + 1}`,
			name: `custom${index + 1}`,
			description: `'custom${index + 1}' of the contact; what it means is set in your GrowthGenius account`,
		}),
	),
);

/** What makes a contact's body: every field that GrowthGenius shows in a contact and one may set. */
export const contactFields = bodyFields(
	{ first_name: 'Steve', last_name: 'Jobs', email: 'sjobs@apple.com' },
	textField({ displayName: 'First Name', name: 'firstName', placeholder: 'e.g. Steve' }),
	textField({ displayName: 'Last Name', name: 'lastName', placeholder: 'e.g. Jobs' }),
	textField({ displayName: 'Email', name: 'email', placeholder: 'name@email.com' }),
	textField({ displayName: 'Job Title', name: 'title', placeholder: 'e.g. Head of Sales' }),
	textField({ displayName: 'Company Name', name: 'companyName', placeholder: 'e.g. Apple Inc.' }),
	userId('The user of your team that the contact belongs to'),
	additionalFields,
	customFields,
);

import { matchedBodyFields } from '../../../shared/form/body';
import { clearFields } from '../../../shared/form/clearFields';
import { collection, type Field } from '../../../shared/form/field';
import { textField } from '../../../shared/form/textField';
import { names } from '../../names';
import { userId } from '../fields';
import { furtherFields } from './furtherFields';

const CUSTOM_FIELDS = 9;

const customFields = Array.from({ length: CUSTOM_FIELDS }, (_, index) =>
	textField({
		displayName: `Custom ${index + 1}`,
		name: `custom${index + 1}`,
		description: `'custom${index + 1}' of the contact; what it means is set in your GrowthGenius account`,
	}),
);

const commonFields = [
	textField({ displayName: 'First Name', name: 'firstName', placeholder: 'e.g. Steve' }),
	textField({ displayName: 'Last Name', name: 'lastName', placeholder: 'e.g. Jobs' }),
	textField({ displayName: 'Email', name: 'email', placeholder: 'name@email.com' }),
	textField({ displayName: 'Job Title', name: 'title', placeholder: 'e.g. Head of Sales' }),
	textField({ displayName: 'Company Name', name: 'companyName', placeholder: 'e.g. Apple Inc.' }),
] as const;

const owner = userId('The user of your team that the contact belongs to');

/** Every field that GrowthGenius shows in a contact and one may set. */
export const clearable: readonly Field[] = [
	...commonFields,
	owner,
	...furtherFields,
	...customFields,
];

/** What makes a contact's body. @param more what else is in the Additional Fields */
function bodyWith(...more: readonly Field[]) {
	return matchedBodyFields(
		names,
		{ first_name: 'Steve', last_name: 'Jobs', email: 'sjobs@apple.com' },
		commonFields,
		[
			owner,
			collection(
				{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
				[...furtherFields, ...more],
			),
			collection(
				{ displayName: 'Custom Fields', name: 'customFields', placeholder: 'Add custom field' },
				customFields,
			),
		],
	);
}

export const newContact = bodyWith();

export const contactChanges = bodyWith(...clearFields(clearable));

import { bodyFields } from '../../shared/body';
import { collection, field } from '../../shared/field';
import { optionalText } from '../../shared/schema';
import { userId } from '../fields';
import { furtherFields } from './furtherFields';

const CUSTOM_FIELDS = 9;

const firstName = field(
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Steve',
	},
	optionalText,
);

const lastName = field(
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Jobs',
	},
	optionalText,
);

const email = field(
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
	},
	optionalText,
);

const title = field(
	{
		displayName: 'Job Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Head of Sales',
	},
	optionalText,
);

const companyName = field(
	{
		displayName: 'Company Name',
		name: 'companyName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Apple Inc.',
	},
	optionalText,
);

const additionalFields = collection(
	{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
	furtherFields,
);

const customFields = collection(
	{ displayName: 'Custom Fields', name: 'customFields', placeholder: 'Add custom field' },
	Array.from({ length: CUSTOM_FIELDS }, (_, index) =>
		field(
			{
				displayName: `Custom ${index + 1}`,
				name: `custom${index + 1}`,
				type: 'string',
				default: '',
				description: `'custom${index + 1}' of the contact; what it means is set in your GrowthGenius account`,
			},
			optionalText,
		),
	),
);

/** What makes a contact's body: every field that GrowthGenius shows in a contact and one may set. */
export const contactFields = bodyFields(
	{ first_name: 'Steve', last_name: 'Jobs', email: 'sjobs@apple.com' },
	firstName,
	lastName,
	email,
	title,
	companyName,
	userId('The user of your team that the contact belongs to'),
	additionalFields,
	customFields,
);

import { matchedBodyFields } from '../../../shared/form/body';
import { field, type InputOf } from '../../../shared/form/field';
import { rows } from '../../../shared/form/fixedCollection';
import { optionalAmount, text } from '../../../shared/form/schema';
import { requiredTextField, textField } from '../../../shared/form/textField';
import { names, newNames } from '../../names';
import { additionalFields, bodyOf, changes } from '../body';
import { statusId } from '../fields';

const MRR = 'Monthly Recurring Revenue (MRR)';

/** The fields of a lead that the document shows, by label. */
export const LEAD_FIELDS = {
	addresses: 'Addresses',
	date_created: 'Date Created',
	date_updated: 'Date Updated',
	emails: 'Emails',
	id: 'ID',
	industry: 'Industry',
	mrr: MRR,
	name: 'Name',
	owner_id: 'Owner ID',
	phones: 'Phones',
	status_id: 'Status ID',
	url: 'URL',
};

const name = { displayName: 'Name', name: 'name', placeholder: 'e.g. Acme Inc' } as const;
const type = textField({ displayName: 'Type', name: 'type', placeholder: 'e.g. office' });

const details = [
	textField({ displayName: 'URL', name: 'url', placeholder: 'e.g. https://acme.example' }),
	textField({ displayName: 'Industry', name: 'industry', placeholder: 'e.g. Software' }),
	statusId('searchLeadStatuses'),
	textField({
		displayName: 'Owner ID',
		name: 'ownerId',
		placeholder: 'e.g. user_0a1b2c3d4e5f6g7h8i9j0k',
		description: 'The user who owns the lead',
	}),
	field(
		{
			displayName: MRR,
			name: 'mrr',
			type: 'number',
			default: 0,
			description: 'A plain number, the way Geniziz keeps it',
		},
		optionalAmount({ min: 0 }),
	),
] as const;

/** The fields that hold several rows. @param description what is special about them */
const lists = (description?: string) =>
	[
		rows(
			{
				displayName: 'Emails',
				name: 'emails',
				placeholder: 'Add email',
				row: 'Email',
				key: 'email',
				description,
			},
			[
				textField(
					{ displayName: 'Email', name: 'email', placeholder: 'e.g. name@email.com' },
					text,
				),
				type,
			],
		),
		rows(
			{
				displayName: 'Phones',
				name: 'phones',
				placeholder: 'Add phone',
				row: 'Phone',
				key: 'phone',
				description,
			},
			[
				textField({ displayName: 'Phone', name: 'phone', placeholder: 'e.g. +15551234567' }, text),
				type,
			],
		),
		rows(
			{
				displayName: 'Addresses',
				name: 'addresses',
				placeholder: 'Add address',
				row: 'Address',
				description,
			},
			[
				textField({ displayName: 'City', name: 'city', placeholder: 'e.g. Austin' }),
				textField({ displayName: 'Country', name: 'country', placeholder: 'e.g. US' }),
			],
		),
	] as const;

const EXAMPLE = {
	name: 'Acme Inc',
	url: 'https://acme.example',
	emails: [{ email: 'hello@acme.example', type: 'office' }],
};

const newFields = matchedBodyFields(
	newNames,
	EXAMPLE,
	[requiredTextField(name)],
	[additionalFields([...details, ...lists()])],
);

/** Geniziz REST API, "Create lead". That a lead needs a name is taken from its example. */
export const newLead = {
	fields: newFields,
	body: ({ jsonBody, name: its, additionalFields: more }: InputOf<typeof newFields>) => ({
		...jsonBody,
		...bodyOf({ name: its, ...more }),
	}),
};

/** Geniziz REST API, "Update lead". */
export const leadChanges = changes(
	{ name: 'Acme Incorporated' },
	[textField(name)],
	[...details, ...lists('Replaces the whole list at Geniziz: add also what is to stay in it')],
	names,
);

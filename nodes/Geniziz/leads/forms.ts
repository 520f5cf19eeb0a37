import { bodyFields } from '../../shared/body';
import { field } from '../../shared/field';
import { form } from '../../shared/operations/crud';
import { options } from '../../shared/options';
import { rows } from '../../shared/rows';
import { optionalAmount, text } from '../../shared/schema';
import { additionalFields, bodyOf, otherFields, updateFields } from '../entered';
import { leadId, statusId, textField } from '../fields';

/** The fields of a lead that the document shows, by label. */
export const LEAD_FIELDS = {
	addresses: 'Addresses',
	date_created: 'Date Created',
	date_updated: 'Date Updated',
	emails: 'Emails',
	id: 'ID',
	industry: 'Industry',
	mrr: 'MRR',
	name: 'Name',
	owner_id: 'Owner ID',
	phones: 'Phones',
	status_id: 'Status ID',
	url: 'URL',
};

const name = textField({ displayName: 'Name', name: 'name', placeholder: 'e.g. Acme Inc' });
const requiredName = { ...name, property: { ...name.property, required: true }, schema: text };
const type = textField({ displayName: 'Type', name: 'type', placeholder: 'e.g. office' });

const details = [
	textField({ displayName: 'URL', name: 'url', placeholder: 'e.g. https://acme.example' }),
	textField({ displayName: 'Industry', name: 'industry', placeholder: 'e.g. Software' }),
	statusId.lead,
	textField({
		displayName: 'Owner ID',
		name: 'ownerId',
		placeholder: 'e.g. user_0a1b2c3d4e5f6g7h8i9j0k',
		description: 'The user who owns the lead',
	}),
	field(
		{
			displayName: 'MRR',
			name: 'mrr',
			type: 'number',
			default: 0,
			description: 'Monthly recurring revenue, as a plain number the way Geniziz keeps it',
		},
		optionalAmount({ min: 0 }),
	),
	rows({ displayName: 'Emails', name: 'emails', placeholder: 'Add email', row: 'Email' }, [
		field(
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. name@email.com',
			},
			text,
		),
		type,
	]),
	rows({ displayName: 'Phones', name: 'phones', placeholder: 'Add phone', row: 'Phone' }, [
		field(
			{
				displayName: 'Phone',
				name: 'phone',
				type: 'string',
				default: '',
				placeholder: 'e.g. +15551234567',
			},
			text,
		),
		type,
	]),
	rows(
		{ displayName: 'Addresses', name: 'addresses', placeholder: 'Add address', row: 'Address' },
		[
			textField({ displayName: 'City', name: 'city', placeholder: 'e.g. Austin' }),
			textField({ displayName: 'Country', name: 'country', placeholder: 'e.g. US' }),
		],
	),
	otherFields,
] as const;

/** Geniziz REST API, "Create lead". That a lead needs a name is taken from its example. */
export const newLead = form(
	[
		...bodyFields(
			{
				name: 'Acme Inc',
				url: 'https://acme.example',
				emails: [{ email: 'hello@acme.example', type: 'office' }],
			},
			requiredName,
			additionalFields(details),
		),
		options(),
	],
	({ jsonBody, name: its, additionalFields: more }) => jsonBody ?? bodyOf({ name: its, ...more }),
);

/** Geniziz REST API, "Update lead". */
export const changedLead = form(
	[
		leadId,
		...bodyFields({ name: 'Acme Incorporated' }, updateFields([name, ...details])),
		options(),
	],
	({ jsonBody, updateFields: changes }) => jsonBody ?? bodyOf({ ...changes }),
);

import { bodyFields } from '../../../shared/form/body';
import { collection, field, type Field } from '../../../shared/form/field';
import {
	numericId,
	optionalContent,
	optionalMoment,
	optionalNumericId,
} from '../../../shared/form/schema';
import { requiredTextField, textField } from '../../../shared/form/textField';
import { userId } from '../fields';

const contactProperty = {
	displayName: 'Contact ID',
	name: 'contactId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1102755',
} as const;

/** The contact that a new message belongs to. */
export const contactId = field(
	{
		...contactProperty,
		required: true,
		description: 'The ID of the contact that the message was exchanged with',
	},
	numericId,
);

/** The contact of a message that exists already. */
export const newContactId = field(
	{
		...contactProperty,
		description: 'The contact to move the message to; leave empty to keep it',
	},
	optionalNumericId,
);

/** The message that an operation is about. */
export const messageId = requiredTextField({
	displayName: 'Message ID',
	name: 'messageId',
	placeholder: 'e.g. 393642',
	description: 'The ID of the message, out of another Message operation',
});

const messageType = textField({
	displayName: 'Message Type',
	name: 'messageType',
	placeholder: 'e.g. sales_force_message',
	description:
		"What kind of message it is; GrowthGenius's document names 'sales_force_message' only",
});

const renderedSubject = field(
	{
		displayName: 'Subject',
		name: 'renderedSubject',
		type: 'string',
		default: '',
		placeholder: 'e.g. A question about prospecting',
		description: 'The subject as the contact sees it',
	},
	optionalContent,
);

const renderedCopy = field(
	{
		displayName: 'Text',
		name: 'renderedCopy',
		type: 'string',
		typeOptions: { rows: 5 },
		default: '',
		placeholder: "e.g. Hey Louis, you hate prospecting. I love it. Maybe it's a perfect match?",
		description: 'The text as the contact sees it. Line breaks are kept.',
	},
	optionalContent,
);

const additionalFields = collection(
	{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
	[
		field(
			{
				displayName: 'Sent At',
				name: 'sentAt',
				type: 'dateTime',
				default: '',
				description:
					"When the message was sent. Without an offset it is in the workflow's time zone.",
			},
			optionalMoment,
		),
		field(
			{
				displayName: 'Team ID',
				name: 'teamId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1',
				description: "The team of the user: 'team_id' in the output of User > Get Many",
			},
			optionalNumericId,
		),
	],
);

/**
 * What makes a message's body (GrowthGenius API Reference, "Create a Message").
 *
 * @param contact the field for the message's contact: a new message needs one
 */
export function messageFields<F extends Field>(contact: F) {
	return bodyFields(
		{ contact_id: 155715, message_type: 'sales_force_message', rendered_copy: 'Hey Louis' },
		contact,
		messageType,
		renderedSubject,
		renderedCopy,
		userId('The user of your team who wrote the message'),
		additionalFields,
	);
}

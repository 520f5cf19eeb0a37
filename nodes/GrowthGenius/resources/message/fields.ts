import { bodyFields } from '../../../shared/form/body';
import { clearFields } from '../../../shared/form/clearFields';
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
const contactId = field(
	{
		...contactProperty,
		required: true,
		description: 'The ID of the contact that the message was exchanged with',
	},
	numericId,
);

/** The contact of a message that exists already. */
const newContactId = field(
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

const furtherFields = [
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
] as const;

const commonFields = [
	messageType,
	renderedSubject,
	renderedCopy,
	userId('The user of your team who wrote the message'),
] as const;

/** The fields that a message can be without: all but its contact. */
export const clearable: readonly Field[] = [...commonFields, ...furtherFields];

/**
 * What makes a message's body (GrowthGenius API Reference, "Create a Message").
 *
 * @param contact the field for the message's contact
 * @param more what else is in the Additional Fields
 */
function bodyWith<const Contact extends Field, const More extends readonly Field[]>(
	contact: Contact,
	...more: More
) {
	return bodyFields(
		{ contact_id: 155715, message_type: 'sales_force_message', rendered_copy: 'Hey Louis' },
		contact,
		...commonFields,
		collection(
			{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
			[...furtherFields, ...more],
		),
	);
}

export const newMessage = bodyWith(contactId);

export const messageChanges = bodyWith(newContactId, ...clearFields(clearable));

import { field } from '../../../shared/form/field';
import { writeOptions } from '../../../shared/form/options';
import { oneOf } from '../../../shared/form/schema';
import { undocumented } from '../../../shared/operations/answer';
import { plainResource } from '../../../shared/operations/plainResource';
import { single, withId } from '../../../shared/operations/single';
import { messageFields } from '../activity/fields';
import { anyChanges, anyFields } from '../body';
import { idField } from '../fields';
import { reading } from '../reading';

const path = '/api/v1/conversation/';
const conversationId = idField('conversationId', 'Conversation');

const messageType = {
	...field(
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'options',
			default: 'note',
			options: [
				{ name: 'Email', value: 'email', description: "A draft, unless 'Status' is 'Outbox'" },
				{ name: 'Note', value: 'note' },
				{ name: 'SMS', value: 'sms', description: "A draft, unless 'Status' is 'Outbox'" },
			],
			description: "An email or SMS goes to the conversation's contact if you name no recipients",
		},
		oneOf(['note', 'email', 'sms'], 'note'),
	),
	vendorName: 'type',
};

const message = anyFields({ body: 'Thank you, see you on Monday.' }, ...messageFields);

/** Geniziz REST API, "Conversation". */
export const conversation = plainResource({
	value: 'conversation',
	name: 'Conversation',
	nouns: ['a conversation', 'conversations'],
	path,
	id: conversationId,
	reading: reading(),
	operations: {
		create: {
			...anyFields({ contact_id: 'cont_2x9Qb1c3d4e5f6g7h8i9j0' }),
			repeat: 'ifNotTaken',
		},
		get: {},
		getAll: {},
		update: { ...anyChanges({ name: 'Renewal' }), repeat: 'always' },
		delete: {
			description: 'Hide a conversation but keep its messages; Restore brings it back',
			repeat: 'always',
		},
	},
	more: [
		single({
			value: 'addMessage',
			name: 'Add Message',
			action: 'Add message to conversation',
			description: 'Add a note, an email or an SMS to a conversation',
			method: 'POST',
			path: `${path}{conversationId}/message/`,
			repeat: 'ifNotTaken',
			fields: [conversationId, messageType, ...message.fields, writeOptions()],
			body: (input) => ({ type: input.messageType, ...message.body(input) }),
			answer: message.answer,
		}),
		single({
			value: 'restore',
			name: 'Restore',
			action: 'Restore conversation',
			description: 'Bring a deleted conversation back',
			method: 'POST',
			path: `${path}{conversationId}/restore/`,
			// Restoring twice leaves it as restoring once.
			repeat: 'always',
			fields: [conversationId, writeOptions()],
			body: () => ({}),
			answer: undocumented(),
			output: (record, input) => withId(record, input.conversationId),
		}),
	],
});

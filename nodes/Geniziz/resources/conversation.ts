import { field } from '../../shared/field';
import type { Resource } from '../../shared/operation';
import { createOf, deleteOf, getOf, manyOf, updateOf } from '../../shared/operations/crud';
import { single } from '../../shared/operations/single';
import { options } from '../../shared/options';
import { oneOf } from '../../shared/schema';
import { idField } from '../fields';
import { open } from '../open';
import { thing } from '../thing';
import { limitGroup } from '../vendor';

const path = '/api/v1/conversation/';
const conversationId = idField('conversationId', 'Conversation', 'conv');
const conversations = thing({
	one: 'a conversation',
	several: 'conversations',
	path,
	id: conversationId,
});

const messageType = {
	...field(
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'options',
			default: 'note',
			options: [
				{ name: 'Email', value: 'email', description: 'A draft, unless its fields say "outbox"' },
				{ name: 'Note', value: 'note' },
				{ name: 'SMS', value: 'sms', description: 'A draft, unless its fields say "outbox"' },
			],
			description: "An email or SMS goes to the conversation's contact if you name no recipients",
		},
		oneOf(['note', 'email', 'sms'], 'note'),
	),
	vendorName: 'type',
};

const message = open({ body: 'Thank you, see you on Monday.' }, conversationId, messageType);

/** Geniziz REST API, "Conversation". */
export const conversation: Resource = {
	value: 'conversation',
	name: 'Conversation',
	operations: [
		createOf(conversations, open({ contact_id: 'cont_2x9Qb1c3d4e5f6g7h8i9j0' })),
		getOf(conversations),
		manyOf(conversations),
		updateOf(conversations, open({ subject: 'Renewal' }, conversationId)),
		deleteOf(conversations, 'Hide a conversation but keep its messages; Restore brings it back'),
		single({
			value: 'addMessage',
			name: 'Add Message',
			action: 'Add message to conversation',
			description: 'Add a note, an email or an SMS to a conversation',
			method: 'POST',
			path: `${path}{conversationId}/message/`,
			fields: message.fields,
			body: (input) => ({ type: input.messageType, ...message.body(input) }),
			whenEmpty: { success: true },
			limitGroup: limitGroup(path),
		}),
		single({
			value: 'restore',
			name: 'Restore',
			action: 'Restore conversation',
			description: 'Bring a deleted conversation back',
			method: 'POST',
			path: `${path}{conversationId}/restore/`,
			fields: [conversationId, options()],
			body: () => ({}),
			whenEmpty: { success: true },
			// Restoring twice leaves it as restoring once.
			repeat: 'always',
			limitGroup: limitGroup(path),
		}),
	],
};

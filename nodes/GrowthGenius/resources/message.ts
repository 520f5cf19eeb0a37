import { nothingSetIssues } from '../../shared/body';
import { list, many } from '../../shared/operations/list';
import { deleted, single } from '../../shared/operations/single';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { snakeCased, unwrapped } from '../body';
import { filters, messageContactId, messageId, newContactId, rangeIssues } from '../fields';
import { messageFields } from '../messages/fields';

const MESSAGES = '/integrations/v1/messages';
const MESSAGE = `${MESSAGES}/{messageId}`;

/** The part of an input that makes a message. */
interface MessageInput {
	readonly jsonBody: Record<string, unknown> | undefined;
	readonly contactId: number | undefined;
	readonly messageType: string | undefined;
	readonly renderedSubject: string | undefined;
	readonly renderedCopy: string | undefined;
	readonly userId: number | undefined;
	readonly additionalFields: object | undefined;
}

/** What is in the wrapper of a message that is sent. */
function valuesOf(input: MessageInput): Record<string, unknown> {
	if (input.jsonBody) return unwrapped('message', input.jsonBody);
	const { contactId, messageType, renderedSubject, renderedCopy, userId } = input;
	return {
		...snakeCased({ contactId, messageType, renderedSubject, renderedCopy, userId }),
		...snakeCased(input.additionalFields),
	};
}

/** GrowthGenius API Reference, "Message API". */
export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [
		single({
			value: 'create',
			name: 'Create',
			action: 'Create message',
			description: 'Record a message between a user and a contact',
			method: 'POST',
			path: MESSAGES,
			fields: [...messageFields(messageContactId), options()],
			check: (input) => nothingSetIssues(valuesOf(input), 'sets nothing to create'),
			body: (input) => ({ message: valuesOf(input) }),
			wrapper: 'message',
		}),
		single({
			value: 'delete',
			name: 'Delete',
			action: 'Delete message',
			description: 'Delete a message',
			method: 'DELETE',
			path: MESSAGE,
			fields: [messageId, options()],
			answerless: true,
			output: deleted,
		}),
		single({
			value: 'get',
			name: 'Get',
			action: 'Get message',
			description: 'Retrieve a message by its ID',
			method: 'GET',
			path: MESSAGE,
			fields: [messageId, options()],
			wrapper: 'message',
		}),
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many messages',
			description: 'Retrieve the messages that were updated between two times',
			method: 'GET',
			path: MESSAGES,
			fields: [...many, filters, options()],
			check: (input) => rangeIssues(input.filters),
			query: ({ filters: { from, to } }) => ({ from, to }),
			records: ['messages'],
		}),
		single({
			value: 'update',
			name: 'Update',
			action: 'Update message',
			description: 'Change fields of a message; what is left empty stays as it is',
			method: 'PATCH',
			path: MESSAGE,
			fields: [messageId, ...messageFields(newContactId), options()],
			check: (input) => nothingSetIssues(valuesOf(input)),
			body: (input) => ({ message: valuesOf(input) }),
			// The same values twice leave the message as once.
			repeat: 'always',
			wrapper: 'message',
		}),
	],
};

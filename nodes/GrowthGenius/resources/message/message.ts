import { nothingSetIssues, snakeCased } from '../../../shared/form/body';
import {
	clearingIssues,
	withCleared,
	withoutClearing,
	type Clearing,
} from '../../../shared/form/clearFields';
import { options, writeOptions } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { documented, undocumented } from '../../../shared/operations/answer';
import { list } from '../../../shared/operations/list';
import { deleted, single, withId } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { unwrapped } from '../body';
import { ASK_LESS, filters, idOf, rangeIssues, rangeOf } from '../fields';
import { clearable, messageChanges, messageId, newMessage } from './fields';

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

/** What is set in the wrapper of a message that is sent. */
function valuesOf(input: MessageInput): Record<string, unknown> {
	if (input.jsonBody) return unwrapped('message', input.jsonBody);
	const { contactId: contact, messageType, renderedSubject, renderedCopy, userId } = input;
	return {
		...snakeCased({ contactId: contact, messageType, renderedSubject, renderedCopy, userId }),
		...snakeCased(withoutClearing(input.additionalFields)),
	};
}

/** The same of an update, which can also clear fields. */
function changesOf(
	input: MessageInput & { additionalFields: Clearing | undefined },
): Record<string, unknown> {
	return withCleared(valuesOf(input), input.additionalFields);
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
			repeat: 'ifNotTaken',
			fields: [...newMessage, writeOptions()],
			check: (input) => nothingSetIssues(valuesOf(input), 'sets nothing to create'),
			body: (input) => ({ message: valuesOf(input) }),
			answer: documented({ within: 'message' }),
		}),
		single({
			value: 'delete',
			name: 'Delete',
			action: 'Delete message',
			description: 'Delete a message',
			method: 'DELETE',
			path: MESSAGE,
			repeat: 'always',
			fields: [messageId, writeOptions()],
			answer: undocumented(),
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
			answer: documented({ within: 'message' }),
		}),
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many messages',
			description: 'Retrieve the messages that were updated between two times',
			method: 'GET',
			path: MESSAGES,
			fields: [...many, filters, options()],
			askLess: ASK_LESS,
			check: (input) => rangeIssues(input.filters),
			query: ({ filters: range }) => rangeOf(range),
			records: ['messages'],
		}),
		single({
			value: 'update',
			name: 'Update',
			action: 'Update message',
			description: 'Change fields of a message; what is left empty stays as it is',
			method: 'PATCH',
			path: MESSAGE,
			// The same values twice leave the message as once.
			repeat: 'always',
			fields: [messageId, ...messageChanges, writeOptions()],
			check: (input) => [
				...clearingIssues(valuesOf(input), clearable, input.additionalFields),
				...nothingSetIssues(changesOf(input)),
			],
			body: (input) => ({ message: changesOf(input) }),
			// "Returns same JSON as create", of which an update needs nothing.
			answer: undocumented('message'),
			output: (record, input) => withId(record, idOf(input.messageId)),
		}),
	],
};

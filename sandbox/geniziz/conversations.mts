// Conversation: soft delete, restore, messages.
import type { VendorAnswer } from '../vendor.mts';
import { activityOf } from './activities.mts';
import { bodyOf, isRecord, textOf } from './call.mts';
import type { Call, Values } from './call.mts';
import { notFound, Refusal } from './refusal.mts';
import { createRecord, knownRecord } from './resource.mts';
import type { Resource } from './resource.mts';
import type { Stored } from './shapes.mts';

/** A conversation. A deleted one is in no list and cannot be read, changed or written to. */
export const conversation: Resource = {
	collection: 'conversations',
	noun: 'Conversation',
	readOnly: ['is_deleted'],
	defaults: () => ({ is_deleted: false }),
	isShown: ({ is_deleted }) => is_deleted !== true,
};

const MESSAGE_TYPES = ['note', 'email', 'sms'];

/** "Soft delete: hide the thread but keep its messages attached." */
export function hideConversation(call: Call): VendorAnswer {
	setDeleted(call, knownRecord(call, conversation), true);
	return { status: 200, body: {} };
}

/** "undo a soft delete". One that is not deleted stays as it is. */
export function restoreConversation(call: Call): VendorAnswer {
	const record = call.caller.workspace.collections.conversations.get(call.id);
	if (record === undefined) throw notFound(conversation.noun);
	if (record.is_deleted === true) setDeleted(call, record, false);
	return { status: 200, body: record };
}

/** POST /conversation/{id}/message/ {type: note|email|sms, ...}: answers the new activity. */
export function addMessage(call: Call): VendorAnswer {
	const thread = knownRecord(call, conversation);
	const body = bodyOf(call);
	const type = textOf(body, 'type');
	if (type === null || !MESSAGE_TYPES.includes(type)) {
		const why = `Must be one of: ${MESSAGE_TYPES.join(', ')}.`;
		throw new Refusal(400, 'Validation failed.', { type: why });
	}
	const answer = createRecord(call, activityOf(type), {
		lead_id: thread.lead_id ?? null,
		contact_id: thread.contact_id ?? null,
		...recipientsOf(type, thread, call),
		...body,
		conversation_id: thread.id,
	});
	const date_updated = call.store.clock.time();
	call.caller.workspace.collections.conversations.change(thread, { date_updated });
	return answer;
}

/** "recipients default to the conversation's contact": the first address or number it has. */
function recipientsOf(type: string, thread: Stored, { caller }: Call): Values {
	const contact = caller.workspace.collections.contacts.get(thread.contact_id);
	if (type === 'email') {
		const address = firstOf(contact?.emails, 'email');
		return address === null ? {} : { to: [address] };
	}
	const number = type === 'sms' ? firstOf(contact?.phones, 'phone') : null;
	return number === null ? {} : { to: number };
}

function firstOf(list: unknown, field: string): string | null {
	const first: unknown = Array.isArray(list) ? list[0] : undefined;
	return isRecord(first) ? textOf(first, field) : null;
}

function setDeleted({ caller, store }: Call, record: Stored, is_deleted: boolean): void {
	const values = { is_deleted, date_updated: store.clock.time() };
	caller.workspace.collections.conversations.change(record, values);
}

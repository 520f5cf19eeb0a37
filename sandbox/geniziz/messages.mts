// "the real message state machine (draft by default; "outbox" sends)", for emails and SMS.
import type { Values } from './call.mts';
import type { FieldErrors } from './refusal.mts';
import type { Stored } from './shapes.mts';
import type { GenizizStore } from './store.mts';

/** What a caller may set. An outbox message becomes "sent" by itself. */
const WRITABLE = ['draft', 'outbox'];

/**
 * Checks the status of a message that is made or changed, and that one that is sent has somewhere
 * to go.
 */
export function checkMessage(values: Values, errors: FieldErrors, before?: Stored): void {
	const { status = before?.status, to = before?.to } = values;
	const isLeft = before !== undefined && before.status !== 'draft';
	if (isLeft) {
		if (status !== before.status) errors.add('status', 'This message has left the drafts.');
		return;
	}
	if (!WRITABLE.some((each) => each === status)) {
		errors.add('status', `Must be one of: ${WRITABLE.join(', ')}.`);
	}
	const hasRecipient = Array.isArray(to) ? to.length > 0 : typeof to === 'string' && to !== '';
	if (status === 'outbox' && !hasRecipient) errors.add('to', 'A message needs a recipient.');
}

/** Sends a message that came into the outbox, after the time that the settings say. */
export function sendIfAsked(record: Stored, before: Stored | undefined, store: GenizizStore): void {
	if (record.status !== 'outbox' || before?.status === 'outbox') return;
	store.later(store.settings.sendMs, record.id, ({ collection }, time) => {
		collection.change(record, { status: 'sent', date_sent: time, date_updated: time });
	});
}

// Activities of the type emailthread: the vendor puts emails into them. Assumed: the emails of a
// conversation share one, and any other email has its own.
import type { Call } from './call.mts';
import type { Stored } from './shapes.mts';

/** Puts a new email into its thread. */
export function joinThread(email: Stored, { caller, store }: Call): void {
	const { activities } = caller.workspace.collections;
	const now = store.clock.time();
	const conversation = email.conversation_id ?? null;
	const known =
		conversation === null
			? undefined
			: activities.all.find(
					(each) => each.type === 'emailthread' && each.conversation_id === conversation,
				);
	const thread =
		known ??
		activities.make(
			{
				type: 'emailthread',
				lead_id: email.lead_id ?? null,
				contact_id: email.contact_id ?? null,
				conversation_id: conversation,
				subject: email.subject ?? null,
				email_ids: [],
			},
			now,
		);
	activities.change(thread, { email_ids: [...emailsOf(thread), email.id], date_updated: now });
	activities.change(email, { emailthread_id: thread.id });
}

/** Takes a deleted email out of its thread. A thread without emails goes, too. */
export function leaveThread(email: Stored, { caller, store }: Call): void {
	const { activities } = caller.workspace.collections;
	const thread = activities.get(email.emailthread_id);
	if (thread === undefined) return;
	const email_ids = emailsOf(thread).filter((id) => id !== email.id);
	if (email_ids.length === 0) activities.remove(thread.id);
	else activities.change(thread, { email_ids, date_updated: store.clock.time() });
}

function emailsOf({ email_ids }: Stored): readonly unknown[] {
	return Array.isArray(email_ids) ? email_ids : [];
}

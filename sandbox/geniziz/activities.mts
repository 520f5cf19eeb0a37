// Activity: the types, the unified stream, and the activities that the vendor writes itself.
import type { VendorAnswer } from '../vendor.mts';
import { listed } from './call.mts';
import type { Call, Values } from './call.mts';
import { joinThread, leaveThread } from './emailThreads.mts';
import { checkMessage, sendIfAsked } from './messages.mts';
import type { Resource } from './resource.mts';

/** Types that a caller may make, change and delete. `type` is the path below /activity/. */
export const WRITABLE_TYPES = [
	'note',
	'call',
	'channel_message',
	'custom',
	'email',
	'sms',
	'meeting',
] as const;

/** Types that can only be listed. The vendor writes them. */
export const LISTED_TYPES = [
	'status_change/lead',
	'status_change/opportunity',
	'created',
	'task_completed',
] as const;

type ListedType = (typeof LISTED_TYPES)[number];

/** Activities of one type; those of others do not exist for its endpoints. */
export function activityOf(type: string): Resource {
	return {
		collection: 'activities',
		noun: 'Activity',
		readOnly: ['type', 'date_sent', 'emailthread_id', 'email_ids'],
		defaults: ({ caller }) => ({ type, user_id: caller.userId, ...startOf(type) }),
		isShown: (record) => record.type === type,
		check: (values, errors, before) => {
			if (isMessage(type)) checkMessage(values, errors, before);
		},
		created: (record, call) => {
			if (type === 'email') joinThread(record, call);
			if (isMessage(type)) sendIfAsked(record, undefined, call.store);
		},
		changed: (record, before, call) => {
			if (isMessage(type)) sendIfAsked(record, before, call.store);
		},
		removing: leaveThread,
	};
}

/** GET /activity/: "the unified stream, newest first". */
export function listActivities(call: Call): VendorAnswer {
	return listed(call, call.caller.workspace.collections.activities.sorted('newest'));
}

/** Writes an activity that follows from what the caller did. */
export function addActivity({ caller, store }: Call, type: ListedType, values: Values): void {
	const activity = { type, user_id: caller.userId, ...values };
	caller.workspace.collections.activities.make(activity, store.clock.time());
}

function isMessage(type: string): boolean {
	return type === 'email' || type === 'sms';
}

/** "draft by default" */
function startOf(type: string): Values {
	return isMessage(type) ? { status: 'draft' } : {};
}

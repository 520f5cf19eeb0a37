// Status, Custom Object Type, Connected Account, Email Template (without render) and Sequence
// Subscription: records with bodies of which the document shows nothing.
import type { Call } from './call.mts';
import { oneOf } from './checks.mts';
import { Refusal } from './refusal.mts';
import type { Resource } from './resource.mts';
import type { CollectionName, Stored } from './shapes.mts';

export const leadStatus: Resource = {
	collection: 'leadStatuses',
	noun: 'Lead status',
	removing: (status, call) => {
		refuseIfUsed(status, call, 'leads');
	},
};

/** `type` says for the reports what an opportunity with this status is. */
export const opportunityStatus: Resource = {
	collection: 'opportunityStatuses',
	noun: 'Opportunity status',
	checks: { type: oneOf(['active', 'won', 'lost']) },
	defaults: () => ({ type: 'active' }),
	removing: (status, call) => {
		refuseIfUsed(status, call, 'opportunities');
	},
};

export const customObjectType: Resource = {
	collection: 'customObjectTypes',
	noun: 'Custom object type',
};

export const connectedAccount: Resource = {
	collection: 'connectedAccounts',
	noun: 'Connected account',
};

/** "PUT: pause/resume." How is not shown. */
export const sequenceSubscription: Resource = {
	collection: 'sequenceSubscriptions',
	noun: 'Sequence subscription',
	checks: { status: oneOf(['active', 'paused']) },
	defaults: () => ({ status: 'active' }),
};

function refuseIfUsed({ id }: Stored, { caller }: Call, name: CollectionName): void {
	const isUsed = caller.workspace.collections[name].all.some(({ status_id }) => status_id === id);
	if (isUsed) throw new Refusal(400, 'This status is in use.');
}

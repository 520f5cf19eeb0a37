import type { Resource } from '../../shared/operation';
import { idField, statusRecord } from '../fields';
import { openCrud } from '../open';
import { thing } from '../thing';

/** Geniziz REST API, "Connected Account". */
export const connectedAccount: Resource = {
	value: 'connectedAccount',
	name: 'Connected Account',
	operations: openCrud(
		thing({
			one: 'a connected account',
			several: 'connected accounts',
			path: '/api/v1/connected_account/',
			id: idField('connectedAccountId', 'Connected Account', 'acco'),
		}),
		{ email: 'name@email.com' },
	),
};

/** Geniziz REST API, "Custom Object Type". */
export const customObjectType: Resource = {
	value: 'customObjectType',
	name: 'Custom Object Type',
	operations: openCrud(
		thing({
			one: 'a custom object type',
			several: 'custom object types',
			path: '/api/v1/custom_object_type/',
			id: idField('customObjectTypeId', 'Custom Object Type', 'cust'),
		}),
		{ name: 'Contract' },
	),
};

/** Geniziz REST API, "Sequence Subscription". */
export const sequenceSubscription: Resource = {
	value: 'sequenceSubscription',
	name: 'Sequence Subscription',
	operations: openCrud(
		thing({
			one: 'a sequence subscription',
			several: 'sequence subscriptions',
			path: '/api/v1/sequence_subscription/',
			id: idField('sequenceSubscriptionId', 'Sequence Subscription', 'subs'),
		}),
		{ contact_id: 'cont_2x9Qb1c3d4e5f6g7h8i9j0' },
		'Update a sequence subscription, such as to pause or resume it',
	),
};

/** Geniziz REST API, "Status": those of leads. */
export const leadStatus: Resource = {
	value: 'leadStatus',
	name: 'Lead Status',
	operations: openCrud(
		thing({
			one: 'a lead status',
			several: 'lead statuses',
			path: '/api/v1/status/lead/',
			id: statusRecord('leadStatusId', 'searchLeadStatuses'),
		}),
		{ name: 'Qualified' },
	),
};

/** Geniziz REST API, "Status": those of opportunities. */
export const opportunityStatus: Resource = {
	value: 'opportunityStatus',
	name: 'Opportunity Status',
	operations: openCrud(
		thing({
			one: 'an opportunity status',
			several: 'opportunity statuses',
			path: '/api/v1/status/opportunity/',
			id: statusRecord('opportunityStatusId', 'searchOpportunityStatuses'),
		}),
		{ name: 'Negotiation' },
	),
};

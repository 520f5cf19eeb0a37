import { plainResource } from '../../../shared/operations/plainResource';
import { anyChanges, anyFields } from '../body';
import { idField } from '../fields';
import { reading } from '../reading';

const EXAMPLE = { contact_id: 'cont_2x9Qb1c3d4e5f6g7h8i9j0' };

/** Geniziz REST API, "Sequence Subscription". */
export const sequenceSubscription = plainResource({
	value: 'sequenceSubscription',
	name: 'Sequence Subscription',
	nouns: ['a sequence subscription', 'sequence subscriptions'],
	path: '/api/v1/sequence_subscription/',
	id: idField('sequenceSubscriptionId', 'Sequence Subscription'),
	reading: reading(),
	operations: {
		create: { ...anyFields(EXAMPLE), repeat: 'ifNotTaken' },
		get: {},
		getAll: {},
		update: {
			...anyChanges(EXAMPLE),
			description: 'Update a sequence subscription, such as to pause or resume it',
			repeat: 'always',
		},
		delete: { repeat: 'always' },
	},
});

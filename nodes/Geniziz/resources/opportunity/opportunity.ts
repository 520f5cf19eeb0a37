import { documented, undocumented } from '../../../shared/operations/answer';
import { plainResource } from '../../../shared/operations/plainResource';
import { idField } from '../fields';
import { reading } from '../reading';
import { newOpportunity, OPPORTUNITY_FIELDS, opportunityChanges } from './fields';

export const opportunityId = idField('opportunityId', 'Opportunity', { prefix: 'oppo' });

/** Geniziz REST API, "Opportunity". */
export const opportunity = plainResource({
	value: 'opportunity',
	name: 'Opportunity',
	nouns: ['an opportunity', 'opportunities'],
	path: '/api/v1/opportunity/',
	id: opportunityId,
	reading: reading(OPPORTUNITY_FIELDS),
	operations: {
		create: { ...newOpportunity, answer: documented({ key: 'id' }), repeat: 'ifNotTaken' },
		get: {},
		getAll: {},
		update: { ...opportunityChanges, answer: undocumented(), repeat: 'always' },
		delete: { repeat: 'always' },
	},
});

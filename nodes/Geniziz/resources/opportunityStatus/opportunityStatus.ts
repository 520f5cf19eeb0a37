import { plainResource } from '../../../shared/operations/plainResource';
import { anyChanges, anyFields } from '../body';
import { requiredStatus } from '../fields';
import { reading } from '../reading';

const EXAMPLE = { name: 'Negotiation' };

/** Geniziz REST API, "Status": those of opportunities. */
export const opportunityStatus = plainResource({
	value: 'opportunityStatus',
	name: 'Opportunity Status',
	nouns: ['an opportunity status', 'opportunity statuses'],
	path: '/api/v1/status/opportunity/',
	id: requiredStatus('opportunityStatusId', 'searchOpportunityStatuses'),
	reading: reading(),
	operations: {
		create: { ...anyFields(EXAMPLE), repeat: 'ifNotTaken' },
		get: {},
		getAll: {},
		update: { ...anyChanges(EXAMPLE), repeat: 'always' },
		delete: { repeat: 'always' },
	},
});

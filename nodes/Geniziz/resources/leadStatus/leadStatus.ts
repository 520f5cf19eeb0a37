import { plainResource } from '../../../shared/operations/plainResource';
import { anyChanges, anyFields } from '../body';
import { requiredStatus } from '../fields';
import { reading } from '../reading';

const EXAMPLE = { name: 'Qualified' };

/** Geniziz REST API, "Status": those of leads. */
export const leadStatus = plainResource({
	value: 'leadStatus',
	name: 'Lead Status',
	nouns: ['a lead status', 'lead statuses'],
	path: '/api/v1/status/lead/',
	id: requiredStatus('leadStatusId', 'searchLeadStatuses'),
	reading: reading(),
	operations: {
		create: { ...anyFields(EXAMPLE), repeat: 'ifNotTaken' },
		get: {},
		getAll: {},
		update: { ...anyChanges(EXAMPLE), repeat: 'always' },
		delete: { repeat: 'always' },
	},
});

import { plainResource } from '../../../shared/operations/plainResource';
import { anyChanges, anyFields } from '../body';
import { idField } from '../fields';
import { reading } from '../reading';

const EXAMPLE = { name: 'Sales inbox' };

/** Geniziz REST API, "Connected Account". */
export const connectedAccount = plainResource({
	value: 'connectedAccount',
	name: 'Connected Account',
	nouns: ['a connected account', 'connected accounts'],
	path: '/api/v1/connected_account/',
	id: idField('connectedAccountId', 'Connected Account'),
	reading: reading(),
	operations: {
		create: { ...anyFields(EXAMPLE), repeat: 'ifNotTaken' },
		get: {},
		getAll: {},
		update: { ...anyChanges(EXAMPLE), repeat: 'always' },
		delete: { repeat: 'always' },
	},
});

import { plainResource } from '../../../shared/operations/plainResource';
import { anyFields } from '../body';
import { idField } from '../fields';
import { reading } from '../reading';

const EXAMPLE = { email: 'name@email.com' };

/** Geniziz REST API, "Connected Account". */
export const connectedAccount = plainResource({
	value: 'connectedAccount',
	name: 'Connected Account',
	nouns: ['a connected account', 'connected accounts'],
	path: '/api/v1/connected_account/',
	id: idField('connectedAccountId', 'Connected Account', 'acco'),
	reading: reading(),
	operations: {
		create: { ...anyFields(EXAMPLE), repeat: 'ifNotTaken' },
		get: {},
		getAll: {},
		update: { ...anyFields(EXAMPLE), repeat: 'always' },
		delete: { repeat: 'always' },
	},
});

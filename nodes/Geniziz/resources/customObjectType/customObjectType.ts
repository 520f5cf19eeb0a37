import { plainResource } from '../../../shared/operations/plainResource';
import { anyChanges, anyFields } from '../body';
import { idField } from '../fields';
import { reading } from '../reading';

const EXAMPLE = { name: 'Contract' };

/** Geniziz REST API, "Custom Object Type". */
export const customObjectType = plainResource({
	value: 'customObjectType',
	name: 'Custom Object Type',
	nouns: ['a custom object type', 'custom object types'],
	path: '/api/v1/custom_object_type/',
	id: idField('customObjectTypeId', 'Custom Object Type'),
	reading: reading(),
	operations: {
		create: { ...anyFields(EXAMPLE), repeat: 'ifNotTaken' },
		get: {},
		getAll: {},
		update: { ...anyChanges(EXAMPLE), repeat: 'always' },
		delete: { repeat: 'always' },
	},
});

import { plainResource } from '../../../shared/operations/plainResource';
import { isRecord } from '../../../shared/values/records';
import { anyFields } from '../body';
import { idField } from '../fields';
import { reading } from '../reading';
import { activityType, ALL, LISTED, READABLE, WRITABLE } from './types';

const path = '/api/v1/activity/';
const EXAMPLE = { lead_id: 'lead_2x9Qb1c3d4e5f6g7h8i9j0', note: 'Asked for a demo' };

/** Geniziz REST API, "Activity": each type has endpoints of its own. */
export const activity = plainResource({
	value: 'activity',
	name: 'Activity',
	nouns: ['an activity', 'activities'],
	path: `${path}{activityType}/`,
	within: [activityType(WRITABLE)],
	id: idField('activityId', 'Activity', 'acti'),
	reading: reading(),
	operations: {
		create: { ...anyFields(EXAMPLE), repeat: 'ifNotTaken' },
		get: { within: [activityType(READABLE)] },
		getAll: {
			description: 'Retrieve a list of activities, of one type or of all',
			within: [activityType(LISTED)],
			path,
			endpoint: (input) => `${path}${typePath(input)}`,
		},
		update: { ...anyFields(EXAMPLE), repeat: 'always' },
		delete: { repeat: 'always' },
	},
});

/** Some types have a slash in their paths. */
function typePath(input: unknown): string {
	const type = isRecord(input) ? input.activityType : ALL;
	return type === ALL ? '' : `${String(type)}/`;
}

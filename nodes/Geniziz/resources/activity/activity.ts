import { plainResource } from '../../../shared/operations/plainResource';
import type { Repeat } from '../../../shared/transport/request';
import { isRecord } from '../../../shared/values/records';
import { isBlank } from '../../../shared/values/text';
import { anyChanges, anyFields } from '../body';
import { idField } from '../fields';
import { reading } from '../reading';
import { activityFields } from './fields';
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
	id: idField('activityId', 'Activity', { prefix: 'acti' }),
	reading: reading(),
	operations: {
		create: { ...anyFields(EXAMPLE, ...activityFields), repeat: 'ifNotTaken' },
		get: { within: [activityType(READABLE)] },
		getAll: {
			description: 'Retrieve a list of activities, of one type or of all',
			within: [activityType(LISTED)],
			path,
			endpoint: (input) => `${path}${typePath(input)}`,
		},
		update: { ...anyChanges(EXAMPLE, ...activityFields), repeat: repeatOf },
		delete: { repeat: 'always' },
	},
});

/** Some types have a slash in their paths. */
function typePath(input: unknown): string {
	const type = isRecord(input) ? input.activityType : ALL;
	return type === ALL ? '' : `${String(type)}/`;
}

/**
 * "draft by default; "outbox" sends": what may send something to a person is not sent twice. What
 * states beside these two set in motion is not documented, so that they are taken to send as well.
 */
function repeatOf(body: object): Repeat {
	const isDraft = !('status' in body) || isBlank(body.status) || body.status === 'draft';
	return isDraft ? 'always' : 'ifNotTaken';
}

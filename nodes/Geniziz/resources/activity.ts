import type { INodePropertyOptions } from 'n8n-workflow';
import { byText, field, isRecord } from '../../shared/field';
import type { Resource } from '../../shared/operation';
import { createOf, deleteOf, getOf, manyOf, updateOf } from '../../shared/operations/crud';
import { oneOf } from '../../shared/schema';
import { idField } from '../fields';
import { open } from '../open';
import { thing } from '../thing';

const path = '/api/v1/activity/';
const ALL = 'all';

const writable: INodePropertyOptions[] = [
	{ name: 'Note', value: 'note' },
	{ name: 'Call', value: 'call' },
	{ name: 'Channel Message', value: 'channel_message' },
	{ name: 'Custom', value: 'custom' },
	{ name: 'Email', value: 'email' },
	{ name: 'Meeting', value: 'meeting' },
	{ name: 'SMS', value: 'sms' },
];

const readable = [...writable, { name: 'Email Thread', value: 'emailthread' }];

const listed = [
	{ name: 'All', value: ALL, description: 'The unified stream, newest first' },
	...readable,
	{ name: 'Created', value: 'created' },
	{ name: 'Lead Status Change', value: 'status_change/lead' },
	{ name: 'Opportunity Status Change', value: 'status_change/opportunity' },
	{ name: 'Task Completed', value: 'task_completed' },
];

/** The second choice of the resource: only the types that an operation has. Its first is the default. */
function activityType(types: readonly INodePropertyOptions[]) {
	const values = types.map(({ value }) => String(value));
	const [preset = ALL] = values;
	return field(
		{
			displayName: 'Activity Type',
			name: 'activityType',
			type: 'options',
			default: preset,
			options: types.toSorted((a, b) => byText(a.name, b.name)),
		},
		oneOf(values, preset),
	);
}

function activities(types: readonly INodePropertyOptions[]) {
	return thing({
		one: 'an activity',
		several: 'activities',
		path: `${path}{activityType}/`,
		within: [activityType(types)],
		id: idField('activityId', 'Activity', 'acti'),
	});
}

const written = activities(writable);
const own = [...(written.within ?? [])];
const EXAMPLE = { lead_id: 'lead_2x9Qb1c3d4e5f6g7h8i9j0', note: 'Asked for a demo' };

/** Geniziz REST API, "Activity". */
export const activity: Resource = {
	value: 'activity',
	name: 'Activity',
	operations: [
		createOf(written, open(EXAMPLE, ...own)),
		getOf(activities(readable)),
		manyOf(
			{ ...activities(listed), path },
			{
				description: 'Retrieve a list of activities, of one type or of all',
				endpoint: (input) => `${path}${typePath(input)}`,
			},
		),
		updateOf(written, open(EXAMPLE, ...own, written.id)),
		deleteOf(written),
	],
};

/** Some types have a slash in their paths. */
function typePath(input: unknown): string {
	const type = isRecord(input) ? input.activityType : ALL;
	return type === ALL ? '' : `${String(type)}/`;
}

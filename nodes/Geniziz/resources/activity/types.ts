import type { INodePropertyOptions } from 'n8n-workflow';
import { field } from '../../../shared/form/field';
import { oneOf } from '../../../shared/form/schema';
import { byText } from '../../../shared/values/text';

/** The choice of no type: the unified stream. */
export const ALL = 'all';

/** The types that can be created, changed and deleted. */
export const WRITABLE: readonly INodePropertyOptions[] = [
	{ name: 'Note', value: 'note' },
	{ name: 'Call', value: 'call' },
	{ name: 'Channel Message', value: 'channel_message' },
	{ name: 'Custom', value: 'custom' },
	{ name: 'Email', value: 'email' },
	{ name: 'Meeting', value: 'meeting' },
	{ name: 'SMS', value: 'sms' },
];

/** The types of which one activity can be read. */
export const READABLE: readonly INodePropertyOptions[] = [
	...WRITABLE,
	{ name: 'Email Thread', value: 'emailthread' },
];

/** The types that Geniziz writes itself, beside the changes of status. */
export const WRITTEN_BY_GENIZIZ: readonly INodePropertyOptions[] = [
	{ name: 'Created', value: 'created' },
	{ name: 'Task Completed', value: 'task_completed' },
];

/** The types of which there are lists. */
export const LISTED: readonly INodePropertyOptions[] = [
	{ name: 'All', value: ALL, description: 'The unified stream, newest first' },
	...READABLE,
	...WRITTEN_BY_GENIZIZ,
	{ name: 'Lead Status Change', value: 'status_change/lead' },
	{ name: 'Opportunity Status Change', value: 'status_change/opportunity' },
];

/** The second choice of the resource: only the types that an operation has. Its first is the default. */
export function activityType(types: readonly INodePropertyOptions[]) {
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

import { collection, field } from '../../shared/form/field';
import { oneOf } from '../../shared/form/schema';
import { selectedFields, selectFields } from '../../shared/form/selectedFields';
import { EVENTS, events } from './events';

const event = field(
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'leadCreated',
		options: EVENTS.map((value) => ({
			name: events[value].name,
			value,
			description: events[value].description,
		})),
	},
	oneOf(EVENTS, 'leadCreated'),
);

const common = {
	date_created: 'Date Created',
	date_updated: 'Date Updated',
	id: 'ID',
	name: 'Name',
	status_id: 'Status ID',
};

/** The fields of the Geniziz Trigger, in the order of its form. */
export const triggerFields = [
	event,
	collection(
		{ displayName: 'Options', name: 'options', placeholder: 'Add option' },
		selectFields(common),
	),
] as const;

/** The value of _fields: what was chosen, and what the trigger itself needs. */
export function fieldsToAsk(input: unknown, needed: readonly string[]): string | undefined {
	const chosen = selectedFields(input);
	return chosen.length > 0 ? [...new Set([...needed, ...chosen])].join(',') : undefined;
}

import { collection, field, shownFor } from '../../shared/form/field';
import { resourceLocator } from '../../shared/form/resourceLocator';
import { amount, oneOf, optionalText } from '../../shared/form/schema';
import { selectedFields, selectFields } from '../../shared/form/selectedFields';
import { textField } from '../../shared/form/textField';
import { triggerOptions } from '../../shared/form/triggerOptions';
import { byText } from '../../shared/values/text';
import { WRITABLE, WRITTEN_BY_GENIZIZ } from '../resources/activity/types';
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

/** The choice of no type. */
const ANY = 'any';

/** The types to start on: changes of status have events of their own. */
const TYPES = [{ name: 'Any', value: ANY }, ...WRITABLE, ...WRITTEN_BY_GENIZIZ].sort((one, other) =>
	byText(one.name, other.name),
);

const activityType = field(
	{
		displayName: 'Activity Type',
		name: 'activityType',
		type: 'options',
		default: ANY,
		options: TYPES,
		description:
			'The type of activity to start on. For changes of status there are events of their own.',
	},
	oneOf(
		TYPES.map(({ value }) => String(value)),
		ANY,
	),
);

const status = { name: 'statusId', displayName: 'Status' } as const;

/** A status to filter by, out of the list that belongs to the event. */
const statusOf = (searchListMethod: string) =>
	resourceLocator(
		{
			...status,
			placeholder: 'e.g. stat_1a2b3c4d5e6f7g8h9i0j1k',
			searchListMethod,
			description: 'Start only on those that have this status then',
		},
		optionalText,
	);

const ownerId = textField({
	displayName: 'Owner ID',
	name: 'ownerId',
	placeholder: 'e.g. user_0a1b2c3d4e5f6g7h8i9j0k',
	description: 'Start only on those that this user owns then',
});

const filters = { displayName: 'Filters', placeholder: 'Add filter' } as const;

const common = {
	date_created: 'Date Created',
	date_updated: 'Date Updated',
	id: 'ID',
	name: 'Name',
	status_id: 'Status ID',
};

const wholeListHours = field(
	{
		displayName: 'Read Whole List Every (Hours)',
		name: 'wholeListHours',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description:
			'Geniziz documents no order of its lists. Where they come newest first, only the newest are read at each poll, and, to be safe, the rest a few at a time. Set to 0 to read only the newest.',
	},
	amount({ min: 0, default: 24 }),
);

/** The fields of the Geniziz Trigger, in the order of its form. */
export const triggerFields = [
	event,
	shownFor('event', ['activityCreated'], activityType),
	shownFor(
		'event',
		['leadCreated', 'leadUpdated'],
		collection({ ...filters, name: 'leadFilters' }, [ownerId, statusOf('searchLeadStatuses')]),
	),
	shownFor(
		'event',
		['opportunityCreated', 'opportunityUpdated'],
		collection({ ...filters, name: 'opportunityFilters' }, [statusOf('searchOpportunityStatuses')]),
	),
	triggerOptions(...selectFields(common), wholeListHours),
] as const;

/** The value of _fields: what was chosen, and what the trigger itself needs. */
export function fieldsToAsk(input: unknown, needed: readonly string[]): string | undefined {
	const chosen = selectedFields(input);
	return chosen.length > 0 ? [...new Set([...needed, ...chosen])].join(',') : undefined;
}

import { collection, field, type InputOf } from '../../../shared/form/field';
import { findBy } from '../../../shared/form/matchBy';
import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { optionalMoment } from '../../../shared/form/schema';
import { selectedFields } from '../../../shared/form/selectedFields';
import { textField } from '../../../shared/form/textField';
import { wantedByKey } from '../../../shared/lists/way';
import type { Condition } from '../../../shared/operations/matched/seeker';
import { picked } from '../../../shared/values/records';
import type { IDataObject } from 'n8n-workflow';
import { statusId } from '../fields';
import { reading } from '../reading';
import { LEAD_FIELDS } from './fields';
import { leadSource, leadWays } from './match';

const filters = collection({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
	textField({
		displayName: 'Owner ID',
		name: 'ownerId',
		placeholder: 'e.g. user_0a1b2c3d4e5f6g7h8i9j0k',
		description: 'Only leads that this user owns',
	}),
	statusId('searchLeadStatuses'),
	field(
		{
			displayName: 'Updated Since',
			name: 'updatedSince',
			type: 'dateTime',
			default: '',
			description:
				"Only leads that were updated at this time or later. Without an offset it is in the workflow's time zone.",
		},
		optionalMoment,
	),
]);

const { options: reads } = reading(LEAD_FIELDS);

/** What says which leads are looked for. */
export const findFields = [
	...findBy(
		"The web site's; where there is none, that of an email that is not at a host for everybody",
	),
	...many,
	filters,
	options(...reads),
] as const;

type FindInput = InputOf<typeof findFields>;

/** What makes the lead that an item looks for. */
export function wantedLead({ findBy: by, email = '', domain = '' }: FindInput) {
	return by === 'email'
		? wantedByKey(leadWays.email, email.toLowerCase())
		: wantedByKey(leadWays.domain, domain);
}

/** What Geniziz does not filter by itself. */
export function leadConditions({ filters: given }: FindInput): readonly Condition[] {
	const { ownerId, statusId: status, updatedSince } = given;
	const since = updatedSince === undefined ? undefined : Date.parse(updatedSince);
	const is = (wanted: string) => (value: unknown) => value === wanted;
	const isSince = (from: number) => (value: unknown) =>
		typeof value === 'string' && Date.parse(value) >= from;
	return [
		...(ownerId === undefined
			? []
			: [{ field: 'owner_id', label: 'Owner ID', holds: is(ownerId) }]),
		...(status === undefined ? [] : [{ field: 'status_id', label: 'Status', holds: is(status) }]),
		...(since === undefined
			? []
			: [{ field: 'date_updated', label: 'Updated Since', holds: isSince(since) }]),
	];
}

/** What the filters and the ways to find a lead look at. */
const LOOKED_AT = ['id', 'emails', 'url', 'owner_id', 'status_id', 'date_updated'];

/** Asks for the fields that the user wants, and for what leads are found by. */
export function leadQuery(input: FindInput) {
	const chosen = selectedFields(input);
	return chosen.length > 0 ? leadSource.query([...new Set([...LOOKED_AT, ...chosen])]) : undefined;
}

/** A lead with the fields that the user wants. */
export function foundLead(lead: IDataObject, input: FindInput): IDataObject {
	const chosen = selectedFields(input);
	return chosen.length > 0 ? picked(lead, chosen) : lead;
}

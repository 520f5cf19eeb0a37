import { collection, field } from '../../shared/form/field';
import { resourceLocator } from '../../shared/form/resourceLocator';
import { optionalMoment, optionalNumericId } from '../../shared/form/schema';
import type { FieldIssue } from '../../shared/values/issues';

/** The user that a record belongs to; the document shows it in contacts and messages. */
export function userId(description: string) {
	return resourceLocator(
		{
			displayName: 'User',
			name: 'userId',
			placeholder: 'e.g. 78',
			description,
			searchListMethod: 'searchUsers',
		},
		optionalNumericId,
	);
}

/**
 * The two ends of a list by the time of the last update (GrowthGenius API Reference, "Get All
 * Contacts" and "Get All Messages").
 */
export const filters = collection(
	{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
	[
		field(
			{
				displayName: 'Updated From',
				name: 'from',
				type: 'dateTime',
				default: '',
				description:
					"Only what was updated at this time or later. Without an offset it is in the workflow's time zone.",
			},
			optionalMoment,
		),
		field(
			{
				displayName: 'Updated To',
				name: 'to',
				type: 'dateTime',
				default: '',
				description:
					'Only what was updated up to this time. A date alone means the start of that day.',
			},
			optionalMoment,
		),
	],
);

/** A list comes whole: only a shorter time makes it shorter. */
export const ASK_LESS = "'Updated From' and 'Updated To' closer together in Filters";

/**
 * An ID out of the form as GrowthGenius gives it out: a number, or text where it would not fit into
 * one.
 */
export function idOf(entered: string): number | string {
	const number = Number(entered);
	return /^\d+$/.test(entered) && Number.isSafeInteger(number) ? number : entered;
}

interface Range {
	readonly from: string | undefined;
	readonly to: string | undefined;
}

/** A range that ends before it begins would silently find nothing. */
export function rangeIssues({ from, to }: Range): readonly FieldIssue[] {
	if (from === undefined || to === undefined || Date.parse(from) <= Date.parse(to)) return [];
	return [
		{
			field: 'Updated To',
			wrong: `(${to}) is before 'Updated From' (${from})`,
			fix: "Set 'Updated To' to a later time, or swap the two",
		},
	];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The range of a list, with both ends: the document shows no list without them, and does not say
 * what one would hold. An end that is not set is before or after everything, for clocks that differ.
 */
export function rangeOf({ from, to }: Range): { from: string; to: string } {
	return {
		from: from ?? new Date(0).toISOString(),
		to: to ?? new Date(Date.now() + DAY_MS).toISOString(),
	};
}

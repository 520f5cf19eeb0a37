import { chosenFields, fieldChooser } from '../shared/chooser';
import type { Paging } from '../shared/paging';
import { limitGroup } from './vendor';

/** Geniziz REST API, "Responses & pagination": 200 records a page at most. */
export const paging = {
	kind: 'offset',
	limitKey: '_limit',
	offsetKey: '_skip',
	pageSize: 200,
	moreKey: 'has_more',
} as const satisfies Paging;

/** Where a list has its records. */
export const RECORDS = ['data'];

/** The fields that the document shows for every kind of record. */
const COMMON = { date_created: 'Date Created', id: 'ID', name: 'Name' };

/**
 * A kind of Geniziz record, or a list: it is paged, and every read can be trimmed with _fields.
 *
 * @param fields labels of the fields that the document shows, by name
 */
export function thing<const About extends { readonly path: string }>(
	about: About,
	fields: Readonly<Record<string, string>> = COMMON,
) {
	return {
		...about,
		limitGroup: limitGroup(about.path),
		reading: { options: fieldChooser(fields), query: fieldsQuery, records: RECORDS, paging },
	};
}

/** Geniziz REST API, "Field selection". */
function fieldsQuery(input: unknown) {
	return { _fields: chosenFields(input).join(',') || undefined };
}

import { selectedFields, selectFields } from '../../shared/form/selectedFields';
import type { Reading } from '../../shared/operations/plainResource';

/** Geniziz REST API, "Responses & pagination": 200 records a page at most. */
export const paging = {
	kind: 'offset',
	limitKey: '_limit',
	offsetKey: '_skip',
	pageSize: 200,
	moreKey: 'has_more',
} as const;

/** Where a list has its records. */
export const RECORDS = ['data'];

/** The fields that the document shows for every kind of record. */
const COMMON = { date_created: 'Date Created', id: 'ID', name: 'Name' };

/**
 * How Geniziz gives records out: lists are paged, and every read can be trimmed with _fields
 * (Geniziz REST API, "Field selection").
 *
 * @param fields labels of the fields that the document shows, by name
 */
export function reading(fields: Readonly<Record<string, string>> = COMMON): Reading {
	return {
		options: selectFields(fields),
		query: (input) => ({ _fields: selectedFields(input).join(',') || undefined }),
		askLess: "few 'Fields' in Options",
		records: RECORDS,
		paging,
	};
}

import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { recordsIn } from './operations/records';
import { DEFAULT_SETTINGS, type ApiRequest } from './transport/request';
import { Transport } from './transport/transport';
import type { Vendor } from './vendor';

/** What a resource locator's list is made from. */
export interface ListSearch {
	readonly request: ApiRequest;
	/** Where the answer may hold its records. */
	readonly records: readonly string[];
	/** What the user typed, if anything. */
	readonly filter?: string;
	/** The record's field that people know it by; 'name' by default. */
	readonly label?: string;
}

/**
 * Fills a resource locator's list: what matches by name or ID, in alphabetical order.
 *
 * @throws NodeApiError with the vendor's words
 */
export async function searchList(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	search: ListSearch,
): Promise<INodeListSearchResult> {
	const { request, records: keys, filter = '', label = 'name' } = search;
	const transport = await Transport.open(context, vendor);
	const purpose = { what: 'Load the list' };
	const answer = await transport.send(request, DEFAULT_SETTINGS, purpose);
	const records = recordsIn(answer, keys);
	if (!records) throw transport.unexpected(answer, 'it holds no list', purpose);
	const results = choicesIn(records, [label], filter);
	return { results };
}

/**
 * The records that match a filter by name or ID, as choices in alphabetical order.
 *
 * @param labels the fields that people may know a record by; the first one with text is shown
 */
export function choicesIn(
	records: readonly IDataObject[],
	labels: readonly string[],
	filter: string,
): INodeListSearchResult['results'] {
	const wanted = filter.trim().toLowerCase();
	return records
		.map((record) => {
			const value = textOf(record, 'id');
			return { name: labels.map((label) => textOf(record, label)).find(Boolean) ?? value, value };
		})
		.filter(({ value }) => value !== '')
		.filter(
			({ name, value }) => name.toLowerCase().includes(wanted) || value.toLowerCase() === wanted,
		)
		.sort((a, b) => a.name.localeCompare(b.name));
}

function textOf(record: IDataObject, key: string): string {
	const value = record[key];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

import type { IDataObject } from 'n8n-workflow';
import { readPages } from '../../../shared/lists/paging';
import type { Client } from '../../../shared/transport/client';
import { fillPath } from '../../../shared/transport/path';
import { urlOf, type ApiRequest } from '../../../shared/transport/request';
import { flattened } from '../../../shared/values/flattened';
import { isBlank } from '../../../shared/values/text';

/** Longer addresses are refused by some servers on the way. */
const LONGEST_URL = 2000;
/** As many as one answer holds: "The API supports pagination at 100 records". */
const IDS_AT_ONCE = 100;

/** Where an answer holds its records; newer documents say 'records'. */
export const RECORDS: readonly string[] = ['results', 'records'];

/** Which records to retrieve; all of the campaign when nothing is said. */
export interface Wanted {
	readonly ids?: readonly string[];
	/** Only those finalized from this time on, ISO 8601 with its offset. */
	readonly finalizedFrom?: string;
	/** Only those finalized up to this time. */
	readonly finalizedTo?: string;
}

/** The request for a campaign's records (LeadGenius API Docs, "Campaign Status"). */
export function retrieveRequest(slug: string, wanted: Wanted = {}): ApiRequest {
	return {
		method: 'GET',
		path: fillPath('/api/v1/enrichment/retrieve/{slug}/', { slug }),
		query: {
			id: wanted.ids,
			finalized_from: utc(wanted.finalizedFrom),
			finalized_to: utc(wanted.finalizedTo),
		},
	};
}

/**
 * Retrieves a campaign's records, page by page. Many IDs are asked for in several requests.
 *
 * @param limit the most records wanted
 * @throws NodeApiError also when an answer holds no records
 */
export async function retrieve(
	client: Client,
	slug: string,
	wanted: Wanted,
	limit = Number.POSITIVE_INFINITY,
): Promise<IDataObject[]> {
	const { ids } = wanted;
	const all: IDataObject[] = [];
	for (const part of ids && ids.length > 0
		? divided(client.base, slug, { ...wanted, ids })
		: [wanted]) {
		if (all.length >= limit) break;
		const records = await readPages({
			client,
			request: retrieveRequest(slug, part),
			paging: { kind: 'next', nextKey: 'next' },
			limit: limit - all.length,
			records: RECORDS,
		});
		for (const record of records) all.push(record);
	}
	return all;
}

/** Whether LeadGenius has done with a record, however it ended. */
export function isFinalized(record: IDataObject): boolean {
	return !isBlank(record.finalized);
}

/** A record for the output: simplified, its data stands beside its ID and status. */
export function recordOutput(record: IDataObject, simplify: boolean): IDataObject {
	return simplify ? flattened(record, 'data') : record;
}

/** A time as LeadGenius takes it, in UTC to the second: 2022-01-03T18:03:11Z. */
export function utc(moment: string | undefined): string | undefined {
	return moment && new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The same with the IDs divided, so that each address stays short and each answer is one page. */
function divided(base: URL, slug: string, wanted: Wanted & { ids: readonly string[] }): Wanted[] {
	const room =
		LONGEST_URL - urlOf(retrieveRequest(slug, { ...wanted, ids: [] }), base, {}).href.length;
	const parts: string[][] = [];
	let length = 0;
	for (const id of wanted.ids) {
		const needed = `&id=${id}`.length;
		const part = parts.at(-1);
		if (part && part.length < IDS_AT_ONCE && length + needed <= room) {
			part.push(id);
			length += needed;
		} else {
			parts.push([id]);
			length = needed;
		}
	}
	return parts.map((ids) => ({ ...wanted, ids }));
}

import type { IDataObject } from 'n8n-workflow';
import type { Asker } from '../asker';
import { recordsIn } from '../operations/records';
import { readPages, type Paging } from '../paging';
import type { ApiRequest } from '../transport/request';
import type { Dated } from './cursor';

/** A paged list in which a trigger looks for news. */
export interface DatedList {
	readonly request: ApiRequest;
	readonly paging: Paging;
	/** Where an answer holds its records. */
	readonly records: readonly string[];
	/** The record with its time; undefined when it is none of those looked for. */
	readonly dated: (record: IDataObject) => Dated | undefined;
	/** Whether the vendor says that it gives the newest first: then older pages are not read. */
	readonly newestFirst: boolean;
}

/**
 * Reads the records of a list at or after a time. Only these are held in memory.
 *
 * @param since in ms since the epoch; without it all within the overlap before the newest one
 * @throws NodeApiError with the vendor's words, or when an answer has another form
 */
export async function readDated(
	asker: Asker,
	list: DatedList,
	since: number | undefined,
	overlapMs: number,
): Promise<Dated[]> {
	const { request, paging, dated, newestFirst } = list;
	let newest = Number.NEGATIVE_INFINITY;
	const isWanted = (record: Dated | undefined): record is Dated =>
		record !== undefined && record.at >= (since ?? newest - overlapMs);
	const kept = await readPages({
		base: asker.base,
		request,
		paging,
		limit: Number.POSITIVE_INFINITY,
		send: async (page) => await asker.send(page),
		records: (answer) => {
			const records = recordsIn(answer, list.records);
			if (!records) throw asker.unexpected(answer, 'it holds no list of records');
			for (const record of records) newest = Math.max(newest, dated(record)?.at ?? newest);
			return records;
		},
		keep: (record) => isWanted(dated(record)),
		done: (page) => newestFirst && !page.slice(-1).some((last) => isWanted(dated(last))),
	});
	return kept.map(dated).filter(isWanted);
}

import type { IDataObject } from 'n8n-workflow';
import type { Paging } from '../lists/pageReader';
import { readPages } from '../lists/paging';
import type { Client } from '../transport/client';
import type { ApiRequest } from '../transport/request';
import type { TimedRecord } from './cursor';

/** A paged list in which a trigger looks for news. */
export interface TimedList {
	readonly request: ApiRequest;
	readonly paging: Paging;
	/** Where an answer holds its records. */
	readonly records: readonly string[];
	/** The record with its time; undefined when it is none of those looked for. */
	readonly timed: (record: IDataObject) => TimedRecord | undefined;
	/** Whether the vendor says that it gives the newest first: then older pages are not read. */
	readonly newestFirst: boolean;
}

/**
 * Reads the records of a list at or after a time. Only these are held in memory.
 *
 * @param since in ms since the epoch; without it all within the overlap before the newest one
 * @throws NodeApiError with the vendor's words, or when an answer has another form
 */
export async function readSince(
	client: Client,
	list: TimedList,
	since: number | undefined,
	overlapMs: number,
): Promise<TimedRecord[]> {
	const { request, paging, timed, newestFirst } = list;
	let newest = Number.NEGATIVE_INFINITY;
	const isWanted = (record: TimedRecord | undefined): record is TimedRecord =>
		record !== undefined && record.at >= (since ?? newest - overlapMs);
	const kept = await readPages({
		client,
		request,
		paging,
		limit: Number.POSITIVE_INFINITY,
		records: list.records,
		keep: (page) => {
			for (const record of page) newest = Math.max(newest, timed(record)?.at ?? newest);
			return page.filter((record) => isWanted(timed(record)));
		},
		done: (page) => newestFirst && !page.slice(-1).some((last) => isWanted(timed(last))),
	});
	return kept.map(timed).filter(isWanted);
}

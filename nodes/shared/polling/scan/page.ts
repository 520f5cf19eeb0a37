import type { IDataObject } from 'n8n-workflow';
import { behindEnd } from '../../lists/behindEnd';
import { idOf } from '../../lists/known';
import { hasMore, type OffsetPaging } from '../../lists/pageReader';
import { recordsOf } from '../../lists/records';
import type { Client } from '../../transport/client';
import type { ApiRequest } from '../../transport/request';
import { groupBy } from '../../values/groups';
import type { PollTime } from '../pollTime';
import type { Sighting } from '../seen';
import type { TimedRecord } from '../standing';

/** How often a page is looked for further up, half a page each time. */
const MOST_STEPS = 3;

/** A record as a list shows it when it is asked for its ID and its times only. */
export interface Glimpse extends Sighting {
	/** Whether the event that is watched has happened to it at all. */
	readonly isNews: boolean;
}

/** A list that has pages, and neither a filter by time nor an order that a document promises. */
export interface ScannedList {
	readonly request: ApiRequest;
	readonly paging: OffsetPaging;
	/** Where an answer holds its records. */
	readonly records: readonly string[];
	/** What makes the vendor show of each record only what `glimpse` and the filters need. */
	readonly thin?: ApiRequest['query'];
	/** The times by which the list may be ordered, so that its news stand together. */
	readonly orderedBy: readonly string[];
	/** Undefined for a record that cannot be placed in time. */
	readonly glimpse: (record: IDataObject) => Glimpse | undefined;
	/** One record by its ID; undefined when it is gone. Without it the pages hold whole records. */
	readonly get?: (client: Client, id: string) => Promise<IDataObject | undefined>;
}

/** A record of a page, and where it stood in the list. */
export interface Found extends Glimpse {
	readonly place: number;
	/** Where its page begins. */
	readonly page: number;
	/** What the list shows of it. */
	readonly json: IDataObject;
}

/** Whole records, and what there was no time for. */
export interface Fetched {
	readonly records: readonly TimedRecord[];
	readonly left: readonly Found[];
}

/** A page of the list. */
export interface Page {
	readonly from: number;
	readonly records: readonly IDataObject[];
	readonly found: readonly Found[];
	readonly hasMore: boolean;
}

/** The ID of a page's last record, and the place behind it. */
export function endOf({ from, records }: Page): { place: number; last: string | undefined } {
	const record = records.at(-1);
	return { place: from + records.length, last: record && idOf(record) };
}

/** Reads a list for one poll, and counts what that costs. */
export class PageSource {
	/** Requests of this poll so far. */
	requests = 0;
	/** Requests that fetching the news found so far will cost. */
	reserved = 0;
	/** How many records could not be placed in time. */
	timeless = 0;

	constructor(
		readonly client: Client,
		readonly list: ScannedList,
		readonly time: PollTime,
		private readonly mostRequests: number,
	) {}

	/** Whether the rest is left to the next poll. */
	get isSpent(): boolean {
		const isSent = this.requests + this.reserved >= this.mostRequests;
		return isSent || this.time.isOver || !this.client.hasRoomFor(this.list.request);
	}

	/**
	 * A page from a place on, of IDs and times. One behind the list's end is empty, also where the
	 * vendor says that there is no such page.
	 *
	 * @throws NodeApiError
	 */
	async page(from: number, size = this.list.paging.pageSize): Promise<Page> {
		const { list, client } = this;
		const asked = this.ask(from, size, list.thin);
		const answer = await (from > 0 ? asked.catch(behindEnd) : asked);
		if (answer === undefined) return { from, records: [], found: [], hasMore: false };
		const records = recordsOf(client, answer, list.records);
		const found = records.flatMap((record, index): Found[] => {
			const glimpse = list.glimpse(record);
			return glimpse ? [{ ...glimpse, place: from + index, page: from, json: record }] : [];
		});
		this.timeless += records.length - found.length;
		// One without a time is passed over; were all, the trigger would be silent for ever.
		if (found.length === 0 && records.length > 0) {
			throw client.unexpected(answer, 'no record in it has an ID and a time');
		}
		return { from, records, found, hasMore: hasMore(answer, list.paging) && records.length > 0 };
	}

	/**
	 * The page from a place on, behind a record that was read. It begins with that record; where it
	 * does not, the list has shifted, and it is read from further up.
	 *
	 * @param last the record's ID
	 * @throws NodeApiError
	 */
	async pageBehind(place: number, last: string | undefined): Promise<Page> {
		const step = Math.ceil(this.list.paging.pageSize / 2);
		const next = await this.page(Math.max(0, place - 1));
		let page = next;
		for (let tries = 0; tries < MOST_STEPS && last !== undefined; tries++) {
			if (page.records.some((record) => idOf(record) === last)) return page;
			if (page.from === 0 || this.isSpent) break;
			page = await this.page(Math.max(0, page.from - step));
		}
		// The record has gone, or much was added before it.
		return next;
	}

	/**
	 * The whole records of what was found, in the same order, as far as time allows. What stands
	 * together comes by one request; what has gone meanwhile is left out.
	 *
	 * @param mostRequests how many this poll may send in all
	 * @returns the records, and what there was no time for
	 * @throws NodeApiError
	 */
	async wholes(found: readonly Found[], mostRequests = Infinity): Promise<Fetched> {
		if (!this.list.get) return { records: found, left: [] };
		const byPage = groupBy(found, ({ page }) => page);
		const slices = new Map<number, ReadonlyMap<string, IDataObject>>();
		const records: TimedRecord[] = [];
		for (const [index, each] of found.entries()) {
			const isSpent = this.requests >= mostRequests || this.time.isOver;
			if (isSpent) return { records, left: found.slice(index) };
			let slice = slices.get(each.page);
			if (!slice) slices.set(each.page, (slice = await this.slice(byPage.get(each.page) ?? [])));
			const json = slice.get(each.key) ?? (await this.one(each.key));
			// It may have been changed since it was glimpsed: then it is what it is now.
			if (json) records.push({ ...each, ...this.list.glimpse(json), json });
		}
		return { records, left: [] };
	}

	private async slice(together: readonly Found[]): Promise<ReadonlyMap<string, IDataObject>> {
		if (together.length < 2) return new Map();
		const places = together.map(({ place }) => place);
		const first = Math.min(...places);
		const answer = await this.ask(first, Math.max(...places) - first + 1, {});
		const records = recordsOf(this.client, answer, this.list.records);
		return new Map(records.map((record) => [String(record.id), record]));
	}

	private async one(id: string): Promise<IDataObject | undefined> {
		this.requests++;
		return await this.list.get?.(this.client, id);
	}

	private async ask(from: number, size: number, query: ApiRequest['query']): Promise<unknown> {
		const { request, paging } = this.list;
		this.requests++;
		return await this.client.send({
			...request,
			query: { ...request.query, ...query, [paging.limitKey]: size, [paging.offsetKey]: from },
		});
	}
}

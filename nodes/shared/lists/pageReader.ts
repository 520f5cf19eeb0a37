import type { IDataObject } from 'n8n-workflow';
import type { Client } from '../transport/client';
import type { ApiRequest } from '../transport/request';
import { isRecord } from '../values/records';

/** Pages that are asked for by position: several may be fetched ahead. */
export interface OffsetPaging {
	readonly kind: 'offset';
	readonly limitKey: string;
	readonly offsetKey: string;
	readonly pageSize: number;
	/** Where an answer says whether there is more. */
	readonly moreKey: string;
}

/** How a vendor divides a list into pages. */
export type Paging =
	| { readonly kind: 'none' }
	| OffsetPaging
	/** Each answer holds the address of the next page; it is followed on the same origin only. */
	| { readonly kind: 'next'; readonly nextKey: string };

/** As much of a client as a list is read with. */
export type PageClient = Pick<Client, 'base' | 'send' | 'unexpected'>;

/** What a list is read with. */
export interface PageReader<C extends PageClient = PageClient> {
	readonly client: C;
	/** The list's own request, without paging. */
	readonly request: ApiRequest;
	readonly paging: Paging;
	/** The most records wanted; Infinity for all. */
	readonly limit: number;
	/**
	 * After so many records nothing is asked for ahead, and only as much as is needed to get there: a
	 * list that ends there costs not one request in vain. None by default.
	 */
	readonly stretch?: number;
	/** Where an answer holds its records; a bare array is always taken too. */
	readonly records: readonly string[];
}

/** Gets the records of a list as they come, each once. @returns whether more of them are wanted */
export type Visit = (records: readonly IDataObject[]) => boolean;

/** Whether an answer says that there is more behind it. Vendors say it as true, 1, or as text. */
export function hasMore(answer: unknown, { moreKey }: OffsetPaging): boolean {
	const said = isRecord(answer) ? answer[moreKey] : undefined;
	return said === true || said === 'true' || said === 1 || said === '1';
}

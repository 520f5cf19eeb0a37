// Pages of 100 with absolute links ("Campaign Status": "pagination at 100 records").
import type { VendorRequest } from '../vendor.mts';
import { notFound } from './input.mts';

const PAGE_SIZE = 100;

/** One page of a list. */
export interface Page<Item> {
	readonly count: number;
	readonly next: string | null;
	readonly previous: string | null;
	readonly results: readonly Item[];
}

/** Where links point. */
export interface Origins {
	readonly previous: string;
	readonly next: string;
}

/**
 * The origin that a request came to, as links have it.
 *
 * @param trustsProxy whether a proxy may say that it is https; a vendor that does not look at that
 * writes http, though it is reached by TLS
 */
export function originOf({ headers }: VendorRequest, trustsProxy: boolean): string {
	const isTls = trustsProxy && headers['x-forwarded-proto'] === 'https';
	return `${isTls ? 'https' : 'http'}://${String(headers.host)}`;
}

/** The page that the request asks for with `page`, a number from 1. */
export function pageOf<Item>(
	items: readonly Item[],
	request: VendorRequest,
	origins: Origins,
): Page<Item> {
	const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
	const asked = request.query.page ?? '1';
	const page = typeof asked === 'string' && /^\d+$/.test(asked) ? Number(asked) : 0;
	if (page < 1 || page > pages) throw notFound('Invalid page.');
	return {
		count: items.length,
		next: page < pages ? linkTo(origins.next, request, page + 1) : null,
		previous: page > 1 ? linkTo(origins.previous, request, page - 1) : null,
		results: items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
	};
}

/** The same request for another page. Page 1 needs no parameter. */
function linkTo(origin: string, { path, query }: VendorRequest, page: number): string {
	const parameters = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		if (name === 'page') continue;
		for (const each of textsOf(value)) parameters.append(name, each);
	}
	if (page > 1) parameters.append('page', String(page));
	const text = parameters.toString();
	return origin + path + (text === '' ? '' : `?${text}`);
}

/** The values of a query parameter that may come several times. */
export function textsOf(value: unknown): string[] {
	const values: readonly unknown[] = Array.isArray(value) ? value : [value];
	return values.filter((each) => typeof each === 'string');
}

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

/**
 * The page that the request asks for with `page`, a number from 1.
 *
 * @param nextOrigin where `next` points instead of the origin that the request came to
 */
export function pageOf<Item>(
	items: readonly Item[],
	request: VendorRequest,
	nextOrigin: string | undefined,
): Page<Item> {
	const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
	const asked = request.query.page ?? '1';
	const page = typeof asked === 'string' && /^\d+$/.test(asked) ? Number(asked) : 0;
	if (page < 1 || page > pages) throw notFound('Invalid page.');
	const origin = `http://${String(request.headers.host)}`;
	return {
		count: items.length,
		next: page < pages ? linkTo(nextOrigin ?? origin, request, page + 1) : null,
		previous: page > 1 ? linkTo(origin, request, page - 1) : null,
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

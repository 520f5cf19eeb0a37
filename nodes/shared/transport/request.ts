import type { IHttpRequestMethods } from 'n8n-workflow';

type Scalar = string | number | boolean;

/**
 * When a request may be sent again:
 * - 'always': sending it twice leaves the vendor as sending it once;
 * - 'afterFailure': also after a 5xx answer, but not when the answer was lost, since then it may
 *   have been taken;
 * - 'ifNotTaken': only when it surely was not taken. That is what creates need.
 */
export type Repeat = 'always' | 'afterFailure' | 'ifNotTaken';

/** One request to the vendor, before credentials are added. */
export interface ApiRequest {
	readonly method: IHttpRequestMethods;
	/** The path from the vendor's origin, or an absolute URL on that origin (a `next` link). */
	readonly path: string;
	/** Lists are sent as repeated keys; undefined values are left out. */
	readonly query?: Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>;
	readonly body?: object;
	/** When it may be sent again; by default 'always' but for POST and PATCH. */
	readonly repeat?: Repeat;
	/** Endpoints with a rate limit of their own; the default is one group per credential. */
	readonly limitGroup?: string;
}

/** How a request is sent; the Options of every operation. */
export interface RequestSettings {
	/** How long one request may take, in ms. */
	readonly timeoutMs: number;
	/** How long, in ms, all pauses before repeats may take together; 0 switches repeats off. */
	readonly maxRetryWaitMs: number;
}

/** The settings where there is no form to ask, such as in list searches. */
export const DEFAULT_SETTINGS: RequestSettings = { timeoutMs: 30_000, maxRetryWaitMs: 60_000 };

/** When a request may be sent again. */
export function repeatOf(request: ApiRequest): Repeat {
	return request.repeat ?? (['POST', 'PATCH'].includes(request.method) ? 'ifNotTaken' : 'always');
}

/** The request's URL with its query. */
export function urlOf(request: ApiRequest, base: URL, common: Record<string, string>): URL {
	const url = new URL(request.path, base);
	for (const [key, value] of Object.entries(common)) url.searchParams.set(key, value);
	for (const [key, value] of Object.entries(request.query ?? {})) {
		if (value === undefined) continue;
		const values = Array.isArray(value) ? value : [value];
		for (const single of values) url.searchParams.append(key, String(single));
	}
	return url;
}

import type { IHttpRequestMethods } from 'n8n-workflow';

type Scalar = string | number | boolean;

/** One request to the vendor, before credentials are added. */
export interface ApiRequest {
	readonly method: IHttpRequestMethods;
	/** The path from the vendor's origin, or an absolute URL on that origin (a `next` link). */
	readonly path: string;
	/** Lists are sent as repeated keys; undefined values are left out. */
	readonly query?: Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>;
	readonly body?: object;
	/**
	 * Whether sending it twice leaves the vendor as sending it once. By default every method but
	 * POST and PATCH. A request that is not repeatable is sent again only if it surely did not
	 * arrive.
	 */
	readonly repeatable?: boolean;
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

/** Whether a request may be sent again after it may have arrived. */
export function isRepeatable(request: ApiRequest): boolean {
	return request.repeatable ?? !['POST', 'PATCH'].includes(request.method);
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

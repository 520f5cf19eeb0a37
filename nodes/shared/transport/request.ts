type Scalar = string | number | boolean;

/**
 * When a request that writes may be sent again:
 * - 'always': sending it twice leaves the vendor as sending it once;
 * - 'afterFailure': also after a 5xx answer of the vendor's own, but not when the answer was lost or a
 *   gateway answered, since then it may have been taken;
 * - 'ifNotTaken': only when it surely was not taken. That is what creates need.
 */
export type Repeat = 'always' | 'afterFailure' | 'ifNotTaken';

/** How the vendor is called: each write says itself when it may be sent again. */
export type Method<When = Repeat> =
	| { readonly method: 'GET'; readonly repeat?: undefined }
	| { readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; readonly repeat: When };

/** How a row has the vendor called, whose input may decide when a write may be sent again. */
export type RowMethod<Input> = Method<Repeat | ((input: Input) => Repeat)>;

/** One request to the vendor, before credentials are added. */
export type ApiRequest = Method & {
	/** The path from the Base URL, or an absolute URL on its origin (a `next` link). */
	readonly path: string;
	/** Lists are sent as repeated keys; undefined values are left out. */
	readonly query?: Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>;
	readonly body?: object;
	/** 'any': no document promises an answer, so that whatever comes with a good status will do. */
	readonly answer?: 'json' | 'any';
};

/** How an operation's row has the vendor called for an input. */
export function methodOf<Input>(row: RowMethod<Input>, input: Input): Method {
	if (row.method === 'GET') return { method: 'GET' };
	const { method, repeat } = row;
	return { method, repeat: typeof repeat === 'function' ? repeat(input) : repeat };
}

/** When a request may be sent again: one that only reads, always. */
export function repeatOf(request: ApiRequest): Repeat {
	return request.method === 'GET' ? 'always' : request.repeat;
}

/** A path of the vendor's behind the Base URL's own, unless that was pasted with the API's. */
function withPrefix(path: string, { pathname }: URL): string {
	const prefix = pathname.replace(/\/$/, '');
	return path.startsWith('/') && !path.startsWith(`${prefix}/`) ? prefix + path : path;
}

/** The request's URL with its query. */
export function urlOf(request: ApiRequest, base: URL, common: Record<string, string>): URL {
	const url = new URL(withPrefix(request.path, base), base);
	for (const [key, value] of Object.entries(common)) url.searchParams.set(key, value);
	for (const [key, value] of Object.entries(request.query ?? {})) {
		if (value === undefined) continue;
		const values = Array.isArray(value) ? value : [value];
		for (const single of values) url.searchParams.append(key, String(single));
	}
	return url;
}

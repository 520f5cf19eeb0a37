// What the server asks of a stand-in for one vendor. A vendor knows nothing of sockets, logs or
// faults: it turns a request into an answer, so that a fault can be put before or after it.

/** One request as a vendor sees it. `path` has no query; `headers` have lower-case names. */
export interface VendorRequest {
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, unknown>>;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Parsed JSON, the raw text where it was not JSON, or null where there was no body. */
	readonly body: unknown;
}

/** A vendor's answer. `body` is sent as JSON; undefined is no body. */
export interface VendorAnswer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body: unknown;
}

/** A stand-in for one vendor. All of its state lives in memory. */
export interface Vendor<Settings, State> {
	readonly name: string;
	/** True when this vendor serves the path, known route or not. */
	owns(path: string): boolean;
	answer(request: VendorRequest): VendorAnswer;
	/** Back to the seed data, under these settings. */
	reset(settings: Settings): void;
	/** Everything that a test may want to check, as plain JSON. */
	state(): State;
}

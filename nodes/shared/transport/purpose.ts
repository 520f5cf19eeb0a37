/** What a request is for: it shapes errors, and says who keeps what the vendor took. */
export interface Purpose {
	/** The operation as the user knows it, such as 'Get many leads'. */
	readonly what: string;
	readonly itemIndex?: number;
	/** For a request that carries many items: which they are, and the name of their list in it. */
	readonly list?: { readonly key: string; readonly items: readonly number[] };
	/** How a user asks for less at once, as `OperationInfo` says it; undefined where there is no way. */
	readonly askLess?: string;
	/** Display names by the vendor's field names, for errors about fields. */
	readonly names?: ReadonlyMap<string, string>;
	/**
	 * Called as soon as the vendor has taken a request that writes, before its answer is read. What
	 * it returns is called with the answer, which may name what was taken.
	 */
	readonly onTaken?: () => (answer: unknown) => void;
}

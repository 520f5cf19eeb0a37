// As much of the engine's types as a list is read with.
export type Paging =
	| { readonly kind: 'none' }
	| {
			readonly kind: 'offset';
			readonly limitKey: string;
			readonly offsetKey: string;
			readonly pageSize: number;
			readonly moreKey: string;
	  }
	| { readonly kind: 'next'; readonly nextKey: string };

export interface PageRequest {
	readonly method: string;
	readonly path: string;
	readonly query?: Readonly<Record<string, unknown>>;
}

/** As much of a client as a list is read with. */
export interface PageClient {
	readonly base: URL;
	send(request: PageRequest): Promise<unknown>;
	unexpected(answer: unknown, why: string): Error;
}

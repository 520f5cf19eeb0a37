/** How requests are sent: the Options of every operation, and what holds where there are none. */
export interface RequestSettings {
	/** How long one request may take, in ms. */
	readonly timeoutMs: number;
	/** How long, in ms, all pauses before repeats may take together; 0 switches repeats off. */
	readonly maxRetryWaitMs: number;
	/** How often a request is repeated that the vendor or the network failed; 5 by default. */
	readonly maxFaultRepeats?: number;
	/** How many requests of a run may be under way at once; undefined where that is to be found out. */
	readonly inParallel?: number;
	/** Whether requests go before others of the credential: somebody waits for their answer. */
	readonly goesFirst?: boolean;
	/** Whether requests leave room in the vendor's limit to others of the credential; false by default. */
	readonly leavesRoom?: boolean;
	/** Whether requests are only made up, and none is sent; false by default. */
	readonly dryRun?: boolean;
}

/** The settings where there is no form to ask, such as in list searches. */
export const DEFAULT_SETTINGS: RequestSettings = {
	timeoutMs: 30_000,
	maxRetryWaitMs: 60_000,
	inParallel: Number.POSITIVE_INFINITY,
};

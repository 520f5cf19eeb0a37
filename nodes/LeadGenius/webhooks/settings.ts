import type { RequestSettings } from '../../shared/transport/request';

/** While LeadGenius waits for the answer to its own call, nothing is repeated for long. */
export const WHILE_CALLED: RequestSettings = { timeoutMs: 30_000, maxRetryWaitMs: 5_000 };

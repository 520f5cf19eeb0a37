import { NodeApiError } from 'n8n-workflow';

/** HTTP statuses and network codes of what may fare better when less is asked for at once. */
const TOO_MUCH = new Set([
	'400',
	'408',
	'413',
	'414',
	'422',
	'ECONNABORTED',
	'ECONNRESET',
	'EMSGSIZE',
	'ERR_BAD_RESPONSE',
	'ETIMEDOUT',
]);

/** Whether a request may have failed because it asked for too much: also any 5xx may mean that. */
export function isTooMuch(error: unknown): boolean {
	const code = error instanceof NodeApiError ? error.httpCode : null;
	return code !== null && (TOO_MUCH.has(code) || /^5\d\d$/.test(code));
}

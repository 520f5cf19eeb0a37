import { NodeApiError } from 'n8n-workflow';

/**
 * Takes a vendor's word that there is no such thing, or no such endpoint (404, 405), for an answer.
 *
 * @returns undefined in its place
 * @throws any other error: that there is none is then not said
 */
export function absent(error: unknown): undefined {
	if (error instanceof NodeApiError && ['404', '405'].includes(error.httpCode ?? ''))
		return undefined;
	throw error;
}

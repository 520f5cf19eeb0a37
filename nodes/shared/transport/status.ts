import { NodeApiError } from 'n8n-workflow';

/** Whether an error is an answer of the vendor's with one of some HTTP statuses: '404'. */
export function hasStatus(error: unknown, statuses: readonly string[]): error is NodeApiError {
	return error instanceof NodeApiError && statuses.includes(error.httpCode ?? '');
}

// The mind in which the vendors of a jest project are.
import type { Documents } from '../../sandbox/client.mts';

/** What vendors do where their documents leave room: strict in the jest project "strict". */
export function documentsOfRun(): Documents {
	return process.env.SANDBOX_DOCUMENTS === 'strict' ? 'strict' : 'generous';
}

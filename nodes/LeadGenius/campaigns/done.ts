import type { Asker } from '../../shared/asker';
import { retrieveRequest } from '../records/retrieve';
import { statusOf } from './status';

/** Every finalized record of a campaign: none is as old. */
export const ALL_FINALIZED = { finalizedFrom: '2000-01-01T00:00:00Z' } as const;

/**
 * How many records a campaign holds, once all of them are finalized; undefined before. How many are
 * is asked for by time: the document does not say whether its count_enriched includes records that
 * could not be enriched.
 *
 * @throws NodeApiError also when the answer holds no counts
 */
export async function uploadedWhenDone(asker: Asker, slug: string): Promise<number | undefined> {
	const answer = await asker.send(retrieveRequest(slug, ALL_FINALIZED));
	const status = statusOf(slug, answer);
	if (!status) throw asker.unexpected(answer, "it holds no 'count' and 'count_uploaded'");
	const uploaded = Number(status.count_uploaded);
	return uploaded > 0 && Number(status.count) >= uploaded ? uploaded : undefined;
}

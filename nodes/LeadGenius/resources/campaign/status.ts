import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { Client } from '../../../shared/transport/client';
import { retrieveRequest } from '../record/retrieve';

/** The numbers beside a campaign's records (LeadGenius API Docs, "Campaign Status"). */
const counts = z.object({
	count: z.number(),
	count_uploaded: z.number(),
	count_enriched: z.number(),
});

/** How far a campaign is, without its records; undefined when an answer does not say so. */
export function statusOf(slug: string, answer: unknown): IDataObject | undefined {
	const parsed = counts.safeParse(answer);
	if (!parsed.success) return undefined;
	const { count_uploaded, count_enriched } = parsed.data;
	const complete = count_uploaded > 0 && count_enriched >= count_uploaded;
	return { slug, ...parsed.data, complete };
}

/** Every finalized record of a campaign: none is as old. */
export const ALL_FINALIZED = { finalizedFrom: '2000-01-01T00:00:00Z' } as const;

/**
 * How many records a campaign holds, once all of them are finalized; undefined before. How many are
 * is asked for by time: the document does not say whether its count_enriched includes records that
 * could not be enriched.
 *
 * @throws NodeApiError also when the answer holds no counts
 */
export async function uploadedWhenDone(client: Client, slug: string): Promise<number | undefined> {
	const answer = await client.send(retrieveRequest(slug, ALL_FINALIZED));
	const parsed = counts.safeParse(answer);
	if (!parsed.success) {
		throw client.unexpected(answer, "it holds no 'count' and 'count_uploaded'");
	}
	const { count, count_uploaded } = parsed.data;
	return count_uploaded > 0 && count >= count_uploaded ? count_uploaded : undefined;
}

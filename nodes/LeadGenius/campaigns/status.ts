import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

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

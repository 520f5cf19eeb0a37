import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { recordsOf } from '../../../shared/lists/records';
import type { Client } from '../../../shared/transport/client';
import { isBlank } from '../../../shared/values/text';
import { isFinalized, RECORDS, retrieveRequest } from '../record/retrieve';

/** Also as text. What is none is as if it were not told: it must not hide the others. */
const number = z
	.union([
		z.number(),
		z
			.string()
			.regex(/^\s*\d+\s*$/)
			.transform(Number),
	])
	.nullish()
	.catch(undefined);

/**
 * What an answer says beside a campaign's records: numbers (LeadGenius API Docs, "Campaign Status"),
 * or in newer documents a status, Completed or In-Progress.
 */
const toldShape = z.object({
	status: z.string().nullish().catch(undefined),
	count: number,
	count_uploaded: number,
	count_enriched: number,
});

type Told = z.output<typeof toldShape>;

function toldIn(answer: unknown): Partial<Told> {
	const parsed = toldShape.safeParse(answer);
	return parsed.success ? parsed.data : {};
}

/** How far a campaign is, without its records; undefined when an answer does not say so. */
export function statusOf(slug: string, answer: unknown): IDataObject | undefined {
	const told = Object.entries(toldIn(answer)).filter(([, value]) => !isBlank(value));
	const { status, count, count_uploaded: uploaded, count_enriched: enriched } = toldIn(answer);
	const numbers = Object.fromEntries(told);
	if (!isBlank(status)) return { slug, ...numbers, complete: isCompleted(status) };
	if (isBlank(count) || isBlank(uploaded) || isBlank(enriched)) return undefined;
	return { slug, ...numbers, complete: uploaded > 0 && enriched >= uploaded };
}

/** Every finalized record of a campaign: none is as old. */
export const ALL_FINALIZED = { finalizedFrom: '2000-01-01T00:00:00Z' } as const;

/** What is known of how far a campaign is. */
export interface Progress {
	/** Whether LeadGenius shows that it is still at work; where it does not, that proves nothing. */
	readonly isUnfinished: boolean;
	/** How many records were uploaded, and how many of them can be retrieved as finalized, where told. */
	readonly uploaded?: number;
	readonly finalized?: number;
}

/**
 * Asks how far a campaign is. No document says whether records that are not finalized are listed, nor
 * whether those that were dropped as duplicates are counted as uploaded, or those that could not be
 * enriched as enriched: so only a record that is listed without being finalized, or the campaign's
 * own status, shows that something is unfinished.
 *
 * @throws NodeApiError also when the answer holds no records
 */
export async function progressOf(client: Client, slug: string): Promise<Progress> {
	const answer = await client.send(retrieveRequest(slug));
	const listed = recordsOf(client, answer, RECORDS);
	const { status, count, count_uploaded } = toldIn(answer);
	const uploaded = count_uploaded ?? undefined;
	const isAtWork = !isBlank(status) && !isCompleted(status);
	if (isAtWork || !listed.every(isFinalized)) return { isUnfinished: true, uploaded };
	if (isBlank(count)) return { isUnfinished: false, uploaded };
	const finalized = toldIn(await client.send(retrieveRequest(slug, ALL_FINALIZED))).count ?? count;
	return { isUnfinished: count > finalized, uploaded, finalized };
}

function isCompleted(status: string): boolean {
	return status.trim().toLowerCase() === 'completed';
}

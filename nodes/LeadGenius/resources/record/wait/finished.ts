import type { IDataObject } from 'n8n-workflow';
import type { OutputRecord } from '../../../../shared/run/outcome';
import type { Client } from '../../../../shared/transport/client';
import { CancelledError } from '../../../../shared/transport/pause';
import { progressOf, type Progress } from '../../campaign/status';
import { isFinalized, retrieve } from '../retrieve';
import { coversAll, linkRecords } from './link';
import { recordName, type WaitingCampaign } from './state';

/** How far the clocks of n8n and LeadGenius may differ, in ms. */
const CLOCK_SKEW_MS = 10 * 60 * 1000;
/** How many records are looked at at once to see whether all are finalized. */
const LOOK_AT = 100;

/** What LeadGenius has told of a campaign: that it is complete, or nothing so far. */
export type Word = 'complete' | 'nothing';

/**
 * The finalized records of a campaign's upload, linked to their items, or undefined while LeadGenius
 * is, or may be, still at work on one of them.
 *
 * LeadGenius says `complete` of the whole campaign, also when that was before the last upload; so it
 * is taken as a hint, and the records themselves are looked at. A record that is not there is none
 * that is unfinished: duplicates are dropped, and not every LeadGenius lists what it is at work on.
 * With its word such a record counts as done, without it nothing does that cannot be seen.
 *
 * @throws NodeApiError
 */
export async function finishedRecords(
	client: Client,
	campaign: WaitingCampaign,
	word: Word,
): Promise<readonly OutputRecord[] | undefined> {
	const { slug, sent } = campaign;
	const done = new Set(campaign.done);
	const ids = sent.flatMap(({ id }) => id ?? []);
	const idsAreKnown = ids.length === sent.length;
	const before = idsAreKnown ? undefined : await progressOf(client, slug);
	if (before && mayBeAtWork(before, word)) return undefined;
	const finalizedFrom = new Date(Date.parse(campaign.since) - CLOCK_SKEW_MS).toISOString();
	const records = (await retrieve(client, slug, { finalizedFrom })).filter(
		(record) => isFinalized(record) && !done.has(recordName(record)),
	);
	const known = new Set(records.map(({ id }) => String(id)));
	const missing = ids.filter((id) => !known.has(id));
	const rest = await lookAt(client, slug, missing);
	if (!rest) return undefined;
	const linked = linkRecords(distinct([...records, ...rest]), sent);
	if (idsAreKnown && rest.length < missing.length) {
		if (word === 'nothing' || mayBeAtWork(await progressOf(client, slug), word)) return undefined;
	}
	if (word === 'nothing' && !idsAreKnown && !coversAll(linked, sent)) return undefined;
	// Its word comes with a finalized record: where there is none yet, it was for earlier ones.
	return linked.length > 0 ? linked : undefined;
}

/** A campaign that is waited for, and a way to ask for it. */
export interface Watched {
	readonly campaign: WaitingCampaign;
	readonly client: Client;
}

/**
 * The records of all campaigns, undefined while one is at work or cannot be asked for.
 *
 * n8n takes no call before the execution sleeps, and LeadGenius may have had its last word already: so an
 * answer that cannot be read, which is not asked for again by itself, is not left at that.
 */
export async function finishedNow(
	watched: readonly Watched[],
): Promise<readonly OutputRecord[] | undefined> {
	return await allFinished(watched, async ({ campaign, client }) => {
		const ask = async () => await finishedRecords(client, campaign, 'nothing');
		const askAgain = async (error: unknown) => {
			if (error instanceof CancelledError) throw error;
			return await ask();
		};
		return await ask()
			.catch(askAgain)
			.catch((error: unknown) => {
				// The records were taken: whether they are done can be found out later as well.
				if (error instanceof CancelledError) throw error;
				return undefined;
			});
	});
}

/**
 * The finalized records of several uploads, or undefined as soon as one of them is not finished.
 *
 * @param find the finished records of one
 */
export async function allFinished<Upload>(
	uploads: readonly Upload[],
	find: (upload: Upload) => Promise<readonly OutputRecord[] | undefined>,
): Promise<readonly OutputRecord[] | undefined> {
	const all: Array<readonly OutputRecord[]> = [];
	for (const upload of uploads) {
		const records = await find(upload);
		if (!records) return undefined;
		all.push(records);
	}
	return all.flat();
}

/** Whether something may be unfinished; with LeadGenius's word, only what it shows to be. */
function mayBeAtWork({ isUnfinished, uploaded, finalized }: Progress, word: Word): boolean {
	if (isUnfinished || word === 'complete') return isUnfinished;
	return uploaded !== undefined && finalized !== undefined && finalized < uploaded;
}

/** Records by their IDs, undefined as soon as one of them is not finalized. */
async function lookAt(
	client: Client,
	slug: string,
	ids: readonly string[],
): Promise<IDataObject[] | undefined> {
	const found: IDataObject[] = [];
	for (let from = 0; from < ids.length; from += LOOK_AT) {
		const records = await retrieve(client, slug, { ids: ids.slice(from, from + LOOK_AT) });
		if (!records.every(isFinalized)) return undefined;
		found.push(...records);
	}
	return found;
}

/** Each record once. */
function distinct(records: readonly IDataObject[]): IDataObject[] {
	return [...new Map(records.map((record) => [recordName(record), record])).values()];
}

import type { IDataObject } from 'n8n-workflow';
import type { OutputRecord } from '../../../../shared/run/outcome';
import type { Client } from '../../../../shared/transport/client';
import { uploadedWhenDone } from '../../campaign/status';
import { isFinalized, retrieve } from '../retrieve';
import { linkRecords } from './link';
import type { WaitingCampaign } from './state';

/** How far the clocks of n8n and LeadGenius may differ, in ms. */
const CLOCK_SKEW_MS = 10 * 60 * 1000;
/** How many records are looked at at once to see whether all are finalized. */
const LOOK_AT = 100;

/**
 * The finalized records of a campaign's upload, linked to their items, or undefined while LeadGenius
 * is still at work on one of them.
 *
 * LeadGenius says `complete` of the whole campaign, also when that was before the last upload; so
 * it is taken as a hint, and the records themselves are looked at; those of an upload whose IDs are
 * not known, by counting all of the campaign's.
 *
 * @throws NodeApiError
 */
export async function finishedRecords(
	client: Client,
	campaign: WaitingCampaign,
): Promise<OutputRecord[] | undefined> {
	const { slug, sent } = campaign;
	const ids = sent.flatMap(({ id }) => id ?? []);
	if (ids.length < sent.length && (await uploadedWhenDone(client, slug)) === undefined)
		return undefined;
	const finalizedFrom = new Date(Date.parse(campaign.since) - CLOCK_SKEW_MS).toISOString();
	const records = (await retrieve(client, slug, { finalizedFrom })).filter(isFinalized);
	const known = new Set(records.map(({ id }) => String(id)));
	const rest = await lookAt(
		client,
		slug,
		ids.filter((id) => !known.has(id)),
	);
	return rest && linkRecords([...records, ...rest], sent);
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

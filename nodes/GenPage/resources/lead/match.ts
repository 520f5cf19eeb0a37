import type { IDataObject } from 'n8n-workflow';
import type { OutputRecord } from '../../../shared/run/outcome';
import { toRecord } from '../../../shared/values/records';
import { identityOf, isSameLead, keysOf, type Identity, type LeadValues } from './identity';

/** Leads linked to the items they came from, and what could not be linked. */
export interface Matched {
	readonly records: readonly OutputRecord[];
	/** How many leads match no item. */
	readonly strangers: number;
	/** The items for which no lead came back. */
	readonly unanswered: readonly number[];
}

/**
 * Links GenPage's leads to the items that they came from, by lead_id, genpage_url, email and
 * linkedin_profile_url, in that order. One that matches none is linked to all items of its job.
 *
 * @param leads as get-leads sends them
 * @param sent the items of the job, with the values that were sent
 */
export function matchLeads(
	leads: readonly IDataObject[],
	sent: ReadonlyArray<{ readonly item: number; readonly payload: LeadValues }>,
): Matched {
	const known = new Map<string, Sender[]>();
	for (const { item, payload } of sent) {
		const sender = { item, identity: identityOf(payload) };
		for (const key of keysOf(sender.identity)) {
			const senders = known.get(key);
			if (senders) senders.push(sender);
			else known.set(key, [sender]);
		}
	}
	const unanswered = new Set(sent.map(({ item }) => item));
	let strangers = 0;
	const records = leads.map((json): OutputRecord => {
		const items = itemsOfLead(json, known);
		if (items.length === 0) {
			strangers++;
			return { json, items: sent.map(({ item }) => item) };
		}
		for (const item of items) unanswered.delete(item);
		return { json, items };
	});
	return { records, strangers, unanswered: [...unanswered] };
}

/** An item, and what its lead is told by. */
interface Sender {
	readonly item: number;
	readonly identity: Identity;
}

function itemsOfLead(lead: IDataObject, known: ReadonlyMap<string, readonly Sender[]>): number[] {
	const identity = identityOf({ ...toRecord(lead.values), lead_id: lead.lead_id });
	const senders = keysOf(identity).flatMap((key) => known.get(key) ?? []);
	const same = senders.filter((sender) => isSameLead(sender.identity, identity));
	return [...new Set(same.map(({ item }) => item))].sort((a, b) => a - b);
}

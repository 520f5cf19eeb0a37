import type { IDataObject } from 'n8n-workflow';
import { toRecord } from '../../shared/operations/records';
import type { Linked } from '../../shared/outcome';
import { identitiesOf } from './identity';
import type { LeadValues } from './values';

/** Leads linked to the items they came from, and what could not be linked. */
export interface Matched {
	readonly records: readonly Linked[];
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
	const itemsByKey = new Map<string, number[]>();
	for (const { item, payload } of sent) {
		for (const key of identitiesOf(payload)) {
			const items = itemsByKey.get(key);
			if (items) items.push(item);
			else itemsByKey.set(key, [item]);
		}
	}
	const unanswered = new Set(sent.map(({ item }) => item));
	let strangers = 0;
	const records = leads.map((json): Linked => {
		const items = itemsOfLead(json, itemsByKey);
		if (!items) {
			strangers++;
			return { json, items: sent.map(({ item }) => item) };
		}
		for (const item of items) unanswered.delete(item);
		return { json, items };
	});
	return { records, strangers, unanswered: [...unanswered] };
}

function itemsOfLead(
	lead: IDataObject,
	itemsByKey: ReadonlyMap<string, readonly number[]>,
): readonly number[] | undefined {
	for (const key of identitiesOf({ ...toRecord(lead.values), lead_id: lead.lead_id })) {
		const items = itemsByKey.get(key);
		if (items) return items;
	}
	return undefined;
}

import type { IDataObject } from 'n8n-workflow';
import type { OutputRecord } from '../../../../shared/run/outcome';
import { toRecord } from '../../../../shared/values/records';
import { keysOf } from '../identity';
import type { SentRecord } from './state';

/**
 * Links records to the items that they came from: by LeadGenius's ID, else by what tells them
 * apart. A record that belongs to none is somebody else's and left out, unless LeadGenius told no
 * IDs: then it is linked to all items of the campaign.
 *
 * @returns those linked by ID first, then those by what tells them apart: the first one that is
 *   linked to an item gets its place
 */
export function linkRecords(
	records: readonly IDataObject[],
	sent: readonly SentRecord[],
): OutputRecord[] {
	const byId = new Map<string, number[]>();
	const byKey = new Map<string, number[]>();
	const note = (known: Map<string, number[]>, key: string, item: number) => {
		const items = known.get(key);
		if (items) items.push(item);
		else known.set(key, [item]);
	};
	for (const { item, id, keys } of sent) {
		if (id !== undefined) note(byId, id, item);
		for (const key of keys) note(byKey, key, item);
	}
	const idsAreKnown = sent.every(({ id }) => id !== undefined);
	const everyItem = idsAreKnown ? undefined : [...new Set(sent.map(({ item }) => item))];
	const surely: OutputRecord[] = [];
	const likely: OutputRecord[] = [];
	const strangers: OutputRecord[] = [];
	for (const json of records) {
		const own = byId.get(String(json.id));
		const alike = keysOf(toRecord(json.data) ?? {})
			.map((key) => byKey.get(key))
			.find((items) => items !== undefined);
		if (own) surely.push({ json, items: own });
		else if (alike) likely.push({ json, items: alike });
		else if (everyItem) strangers.push({ json, items: everyItem });
	}
	return [...surely, ...likely, ...strangers];
}

/** Whether there is a record of its own for every one that was sent. */
export function coversAll(linked: readonly OutputRecord[], sent: readonly SentRecord[]): boolean {
	const own = new Set(sent.flatMap(({ keys }) => keys));
	const found = linked.filter(({ json }) =>
		keysOf(toRecord(json.data) ?? {}).some((key) => own.has(key)),
	);
	const items = new Set(found.flatMap((record) => record.items));
	return found.length >= sent.length && sent.every(({ item }) => items.has(item));
}

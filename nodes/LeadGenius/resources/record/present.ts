import type { IDataObject } from 'n8n-workflow';
import { field } from '../../../shared/form/field';
import { yesNo } from '../../../shared/form/schema';
import { credentialKeys, type BatchItem } from '../../../shared/operations/grouping';
import { clientsOf } from '../../../shared/run/clients';
import type { OperationInfo } from '../../../shared/run/operation';
import type { Run } from '../../../shared/run/run';
import { absent } from '../../../shared/transport/absent';
import { groupBy } from '../../../shared/values/groups';
import { toRecord } from '../../../shared/values/records';
import { bestKeysOf, isKeyOf, keysOf, type BestKeys } from './identity';
import { retrieve } from './retrieve';
import type { RecordValues } from './values';

export const skipRecordsInCampaign = field(
	{
		displayName: 'Skip Records Already in Campaign',
		name: 'skipRecordsInCampaign',
		type: 'boolean',
		default: false,
		description:
			'Whether to read the campaign first and to send only what is not in it, such as when you run again what stopped halfway. A record is known by your own record ID, otherwise by its identifiers. Reading takes a request per 100 records. Where LeadGenius lists finalized records only, others cannot be seen and are sent again.',
	},
	yesNo(false),
);

/** What LeadGenius is asked first for an input, in words. */
export function asksForRecords({ options }: SkipInput): string[] {
	const told = 'which records the campaign has: those are not sent';
	return options.skipRecordsInCampaign ? [told] : [];
}

/** What skipping needs of an upload's input. */
interface SkipInput {
	readonly campaignSlug: string;
	readonly options: { readonly skipRecordsInCampaign: boolean };
}

type SkipItem = BatchItem<SkipInput, RecordValues>;

/** An item, and the record of the campaign that stands for it. */
export interface PresentItem<Item> {
	readonly entry: Item;
	readonly record: IDataObject;
}

/** Items whose records their campaigns lack, and those whose records they have. */
export interface Presence<Item> {
	readonly missing: readonly Item[];
	readonly present: ReadonlyArray<PresentItem<Item>>;
}

/**
 * Reads the campaigns of those items that say so. A campaign that does not exist has nothing.
 *
 * @returns the items in their order; those whose campaign cannot be read have become error items
 * @throws NodeApiError where a failure ends the run
 */
export async function presenceOf<Item extends SkipItem>(
	run: Run,
	info: OperationInfo,
	entries: readonly Item[],
): Promise<Presence<Item>> {
	const asking = entries.filter(({ input }) => input.options.skipRecordsInCampaign);
	if (asking.length === 0) return { missing: entries, present: [] };
	const found = new Map<Item, IDataObject>();
	const unread = new Set<Item>();
	for (const own of await byCampaign(run, asking)) {
		try {
			const records = await recordsOf(run, info, own);
			for (const [entry, record] of matches(own, records)) found.set(entry, record);
		} catch (error) {
			run.outcome.fail({ items: own.map(({ item }) => item), error });
			for (const entry of own) unread.add(entry);
		}
	}
	return {
		missing: entries.filter((entry) => !found.has(entry) && !unread.has(entry)),
		present: [...found].map(([entry, record]) => ({ entry, record })),
	};
}

/** Those that are to be sent; for the others, one output a campaign says that they were skipped. */
export async function onlyMissing<Item extends SkipItem>(
	run: Run,
	info: OperationInfo,
	entries: readonly Item[],
): Promise<readonly Item[]> {
	const { missing, present } = await presenceOf(run, info, entries);
	for (const [slug, skipped] of groupBy(present, ({ entry }) => entry.input.campaignSlug)) {
		const json = { slug, records_sent: 0, records_skipped: skipped.length };
		run.outcome.add([{ json, items: skipped.map(({ entry }) => entry.item) }]);
	}
	return missing;
}

/** Items by campaign and credential. */
async function byCampaign<Item extends SkipItem>(
	run: Run,
	entries: readonly Item[],
): Promise<Item[][]> {
	const credentials = await credentialKeys(run, entries);
	const groups = groupBy(entries, ({ item, input }) =>
		JSON.stringify([credentials.get(item), input.campaignSlug]),
	);
	return [...groups.values()];
}

/** The records of the campaign that some items share. @throws NodeApiError */
async function recordsOf(
	run: Run,
	info: OperationInfo,
	entries: readonly SkipItem[],
): Promise<readonly IDataObject[]> {
	const [first] = entries;
	if (!first) return [];
	const opened = await clientsOf(run, info)([first.item], first.input);
	const client = opened.for('Look which records the campaign has');
	return (await retrieve(client, first.input.campaignSlug, {}).catch(absent)) ?? [];
}

/** A record of the campaign, and what it is known by. */
interface Known {
	readonly record: IDataObject;
	readonly keys: readonly string[];
}

/**
 * Finds the records of items. Each record stands for one item only, so that what was to be there
 * twice is sent twice. Who has an ID goes first: it leaves no doubt.
 */
function matches<Item extends SkipItem>(
	entries: readonly Item[],
	records: readonly IDataObject[],
): Map<Item, IDataObject> {
	const byKey = new Map<string, Known[]>();
	for (const record of records) {
		const known = { record, keys: keysOf(toRecord(record.data) ?? {}) };
		for (const key of known.keys) {
			const list = byKey.get(key);
			if (list) list.push(known);
			else byKey.set(key, [known]);
		}
	}
	const claimed = new Set<Known>();
	const found = new Map<Item, IDataObject>();
	const claim = (entry: Item, key: string | undefined, may: (known: Known) => boolean) => {
		if (key === undefined || found.has(entry)) return;
		const known = byKey.get(key)?.find((each) => !claimed.has(each) && may(each));
		if (!known) return;
		claimed.add(known);
		found.set(entry, known.record);
	};
	const best = entries.map((entry) => ({ entry, keys: bestKeysOf(entry.payload) }));
	for (const { entry, keys } of best) claim(entry, keys.id?.key, () => true);
	for (const { entry, keys } of best) claim(entry, keys.identifier, mayBe(keys));
	return found;
}

/** Whether a record may be one with that ID: not every LeadGenius tells the IDs that it was given. */
function mayBe({ id }: BestKeys): (known: Known) => boolean {
	return ({ keys }) => id === undefined || !keys.some((key) => isKeyOf(key, id.name));
}

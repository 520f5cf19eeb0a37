import { optionsOf, settingsOf } from '../form/options';
import type { Run } from '../run/run';

/** What is sent for one item. */
export interface Entry<Payload> {
	/** Its place in the list. */
	readonly payload: Payload;
	/** Two items that share one are about the same thing and are sent in their order. */
	readonly identities?: readonly string[];
}

/** An item of a batch. */
export interface BatchItem<Input, Payload> extends Entry<Payload> {
	readonly item: number;
	readonly input: Input;
}

/** The items of one batch, never none: their bodies differ in nothing but the list. */
type Batch<Input, Payload> = [BatchItem<Input, Payload>, ...Array<BatchItem<Input, Payload>>];

/**
 * Puts items into batches, in their order: those go together whose bodies and options are the same,
 * and whose credentials are.
 */
export function groupsOf<Input, Payload>(
	entries: ReadonlyArray<BatchItem<Input, Payload>>,
	row: { readonly body: (input: Input, payloads: readonly Payload[]) => object },
	credentials: ReadonlyMap<number, string>,
): Array<Batch<Input, Payload>> {
	const batches: Array<Batch<Input, Payload>> = [];
	const open = new Map<string, Batch<Input, Payload>>();
	// Items whose parameters hold no expression share one input, and so one key.
	const keys = new Map<Input, string>();
	for (const entry of entries) {
		const { input } = entry;
		const own = keys.get(input) ?? JSON.stringify([row.body(input, []), optionsOf(input)]);
		keys.set(input, own);
		const key = `${own}${credentials.get(entry.item)}`;
		const current = open.get(key);
		if (current && current.length < settingsOf(input).batchSize) {
			current.push(entry);
		} else {
			const next: Batch<Input, Payload> = [entry];
			open.set(key, next);
			batches.push(next);
		}
	}
	return batches;
}

/** What tells the credentials of items apart: a batch is sent with one. */
export async function credentialKeys(
	run: Run,
	entries: ReadonlyArray<{ readonly item: number }>,
): Promise<ReadonlyMap<number, string>> {
	const keys = new Map<number, string>();
	for (const { item } of entries) {
		// What is wrong with a credential is told by the request that needs it.
		const opened = await run.transport(item).catch(() => undefined);
		keys.set(item, opened?.key ?? '');
	}
	return keys;
}

/** Whether something comes twice. */
export function repeats(entries: ReadonlyArray<Entry<unknown>>): boolean {
	const seen = new Set<string>();
	for (const { identities = [] } of entries) {
		if (identities.some((identity) => seen.has(identity))) return true;
		for (const identity of identities) seen.add(identity);
	}
	return false;
}

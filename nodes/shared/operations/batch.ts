import type { IDataObject, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { Field, InputOf } from '../form/field';
import { optionsOf, settingsOf } from '../form/options';
import { clientsOf } from '../run/clients';
import type { Operation, OperationInfo } from '../run/operation';
import type { Failure, OutputRecord } from '../run/outcome';
import { pool } from '../run/pool';
import type { Run } from '../run/run';
import type { Client } from '../transport/client';
import { fillPath } from '../transport/path';
import type { Repeat } from '../transport/request';
import type { Checked } from '../values/issues';
import { answerOf, readRecord, type AnswerForm } from './answer';

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

/** How an operation sends many items in one request: its first two steps. */
export interface Sending<Fields extends readonly Field[], Payload> extends OperationInfo<Fields> {
	readonly method: 'POST';
	/** When a batch may be sent again. */
	readonly repeat: Repeat | ((payloads: readonly Payload[]) => Repeat);
	/** Step 1: makes an item's entry, or says what is wrong with it. */
	readonly check: (input: InputOf<Fields>, item: INodeExecutionData) => Checked<Entry<Payload>>;
	/**
	 * Step 2: the body of a batch. Items go together when their bodies are the same without payloads,
	 * and so are their options.
	 */
	readonly body: (input: InputOf<Fields>, payloads: readonly Payload[]) => object;
	/** The vendor's name for the list in the body; errors that name an entry of it name the item. */
	readonly listKey: string;
	/** What the vendor's documents say of the answer. */
	readonly answer: AnswerForm;
	/** What an answer says was taken, in words: 'job 1234567890'; undefined when it does not say. */
	readonly receipt: (answer: unknown, items: readonly number[]) => string | undefined;
}

/** A row for an operation that sends many items in one request. */
export interface BatchRow<Fields extends readonly Field[], Payload, Note>
	extends Sending<Fields, Payload> {
	/** Step 3: makes a batch's output, once all batches are sent. */
	readonly output: (batch: TakenBatch<InputOf<Fields>, Payload>) => Promise<BatchOutput<Note>>;
	/** What to show above the output, from the notes of all batches together. */
	readonly hints?: (notes: readonly Note[]) => readonly NodeExecutionHint[];
}

/** A batch that the vendor took. */
export interface TakenBatch<Input, Payload> {
	/** The input items that it carried, in order. */
	readonly items: readonly number[];
	readonly entries: ReadonlyArray<BatchItem<Input, Payload>>;
	readonly input: Input;
	readonly answer: IDataObject;
	readonly client: Client;
	/** When it was taken, in ms since the epoch. */
	readonly at: number;
}

/** A batch's output records, and a note for the run's hints. */
export interface BatchOutput<Note> {
	readonly records: readonly OutputRecord[];
	readonly note?: Note;
	/** Items for which nothing came back. */
	readonly missing?: readonly Failure[];
}

/** Makes an operation that sends many items in one request: check, send, output. */
export function batch<const Fields extends readonly Field[], Payload, Note>(
	row: BatchRow<Fields, Payload, Note>,
): Operation {
	return {
		...row,
		prepare(run: Run, items: readonly number[]) {
			const entries = checkEntries<Fields, Payload>(run, row, items);
			return async () => {
				const taken = await sendBatches<Fields, Payload>(run, row, entries);
				await outputBatches<Fields, Payload, Note>(run, row, taken);
			};
		},
	};
}

/** Step 1: reads and checks items; those that are wrong are noted by the run. */
export function checkEntries<const Fields extends readonly Field[], Payload>(
	run: Run,
	row: Pick<Sending<Fields, Payload>, 'fields' | 'check'>,
	items: readonly number[],
): ReadonlyArray<BatchItem<InputOf<Fields>, Payload>> {
	const data = run.context.getInputData();
	const checked = run.check(
		items,
		row.fields,
		(input, item): Checked<BatchItem<InputOf<Fields>, Payload>> => {
			const entry = row.check(input, data[item] ?? { json: {} });
			return 'issues' in entry ? entry : { input: { ...entry.input, item, input } };
		},
	);
	return checked.map(({ input }) => input);
}

/**
 * Step 2: sends items in batches.
 *
 * @returns the batches that the vendor took; the items of the others have become error items
 */
export async function sendBatches<const Fields extends readonly Field[], Payload>(
	run: Run,
	row: Sending<Fields, Payload>,
	entries: ReadonlyArray<BatchItem<InputOf<Fields>, Payload>>,
): Promise<ReadonlyArray<TakenBatch<InputOf<Fields>, Payload>>> {
	const { inParallel } = settingsOf(entries[0]?.input);
	const open = clientsOf(run, row, row.receipt);
	const taken: Array<TakenBatch<InputOf<Fields>, Payload>> = [];
	// What comes twice is sent one after the other, so that the last one wins.
	const atOnce = repeats(entries) ? 1 : inParallel;
	const credentials = await credentialKeys(run, entries);
	await pool(divide<Fields, Payload>(entries, row, credentials), atOnce, async (each) => {
		const sent = await send<Fields, Payload>(open, row, each);
		if ('error' in sent) run.outcome.fail(sent);
		else taken.push(sent);
	});
	return taken;
}

async function send<Fields extends readonly Field[], Payload>(
	open: ReturnType<typeof clientsOf>,
	row: Sending<Fields, Payload>,
	entries: Batch<InputOf<Fields>, Payload>,
): Promise<TakenBatch<InputOf<Fields>, Payload> | Failure> {
	const [{ input }] = entries;
	const items = entries.map(({ item }) => item);
	const payloads = entries.map(({ payload }) => payload);
	try {
		const client = await open(items, input);
		const answer = await client.send({
			method: row.method,
			path: fillPath(row.path, input),
			body: row.body(input, payloads),
			repeat: typeof row.repeat === 'function' ? row.repeat(payloads) : row.repeat,
			answer: answerOf(row.answer),
		});
		const record = readRecord(client, row.answer, answer);
		return { items, entries, input, client, answer: record, at: Date.now() };
	} catch (error) {
		return { items, error };
	}
}

/** Step 3: makes the output of all batches at once: waiting for one must not delay another. */
async function outputBatches<Fields extends readonly Field[], Payload, Note>(
	run: Run,
	row: BatchRow<Fields, Payload, Note>,
	taken: ReadonlyArray<TakenBatch<InputOf<Fields>, Payload>>,
): Promise<void> {
	const { inParallel } = settingsOf(taken[0]?.input);
	const notes: Note[] = [];
	await pool(taken, inParallel, async (each) => {
		const output = row.output(each).catch((error: unknown) => ({ items: each.items, error }));
		const made = await output;
		if ('error' in made) {
			run.outcome.fail(made);
			return;
		}
		run.outcome.add(made.records);
		for (const missing of made.missing ?? []) run.outcome.miss(missing);
		if (made.note !== undefined) notes.push(made.note);
	});
	run.context.addExecutionHints(...(row.hints?.(notes) ?? []));
}

function divide<Fields extends readonly Field[], Payload>(
	entries: ReadonlyArray<BatchItem<InputOf<Fields>, Payload>>,
	row: Sending<Fields, Payload>,
	credentials: ReadonlyMap<number, string>,
): Array<Batch<InputOf<Fields>, Payload>> {
	const batches: Array<Batch<InputOf<Fields>, Payload>> = [];
	const open = new Map<string, Batch<InputOf<Fields>, Payload>>();
	// Items whose parameters hold no expression share one input, and so one key.
	const keys = new Map<InputOf<Fields>, string>();
	for (const entry of entries) {
		const { input } = entry;
		const own = keys.get(input) ?? JSON.stringify([row.body(input, []), optionsOf(input)]);
		keys.set(input, own);
		const key = `${own}${credentials.get(entry.item)}`;
		const current = open.get(key);
		if (current && current.length < settingsOf(input).batchSize) {
			current.push(entry);
		} else {
			const next: Batch<InputOf<Fields>, Payload> = [entry];
			open.set(key, next);
			batches.push(next);
		}
	}
	return batches;
}

/** What tells the credentials of items apart: a batch is sent with one. */
async function credentialKeys(
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
function repeats(entries: ReadonlyArray<Entry<unknown>>): boolean {
	const seen = new Set<string>();
	for (const { identities = [] } of entries) {
		if (identities.some((identity) => seen.has(identity))) return true;
		for (const identity of identities) seen.add(identity);
	}
	return false;
}

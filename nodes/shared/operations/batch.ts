import type { IDataObject } from 'n8n-workflow';
import type { Field, InputOf } from '../form/field';
import { settingsOf } from '../form/options';
import { clientsOf } from '../run/clients';
import type { Names } from '../meaning/names';
import type { Operation, OperationInfo } from '../run/operation';
import type { OutputRecord } from '../run/outcome';
import { pool } from '../run/pool';
import type { Run } from '../run/run';
import { isTool } from '../run/tool';
import type { Client } from '../transport/client';
import type { Checked } from '../values/issues';
import { readRecord } from './answer';
import { Division, type Sent } from './division';
import { credentialKeys, groupsOf, repeats, type BatchItem } from './grouping';
import { rehearse } from './rehearsal';
import { batchRequest, type Sending } from './sending';

/** A row for an operation that sends many items in one request. */
export interface BatchRow<Fields extends readonly Field[], Payload>
	extends Sending<Fields, Payload> {
	/** Before step 2: which of the entries may be sent. Notes the others with the run; all when absent. */
	readonly allow?: (
		run: Run,
		info: OperationInfo,
		entries: ReadonlyArray<BatchItem<InputOf<Fields>, Payload>>,
	) => Promise<ReadonlyArray<BatchItem<InputOf<Fields>, Payload>>>;
	/** Step 3: makes a batch's output, once all batches are sent. */
	readonly output: (batch: TakenBatch<InputOf<Fields>, Payload>) => readonly OutputRecord[];
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

/**
 * Makes an operation that sends many items in one request: check, send, output. Dry items are output with
 * what would be sent.
 */
export function batch<const Fields extends readonly Field[], Payload>(
	row: BatchRow<Fields, Payload>,
): Operation {
	return {
		...row,
		prepare(run: Run, items: readonly number[]) {
			const checked = checkEntries<Fields, Payload>(run, row, items);
			return async () => {
				const real = await rehearse<Fields, Payload>(run, row, checked);
				const entries = row.allow ? await row.allow(run, row, real) : real;
				const taken: Array<TakenBatch<InputOf<Fields>, Payload>> = [];
				const output = () => {
					for (const each of taken) run.outcome.add(row.output(each));
				};
				// Also when the run fails: the next try of Retry On Fail sends only the rest.
				await sendBatches<Fields, Payload>(run, row, entries, taken).finally(output);
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
	// A tool has no item: n8n would give the agent's own, and the ID of the call.
	const data = isTool(run.context) ? [] : run.context.getInputData();
	const checked = run.check(
		items,
		row.fields,
		(input, item): Checked<BatchItem<InputOf<Fields>, Payload>> => {
			const its = data[item] ?? { json: {} };
			const match = (names: Names) => run.matching.match(item, names, its.json, 'Column Names');
			const entry = row.check(input, its, match);
			return 'issues' in entry ? entry : { input: { ...entry.input, item, input } };
		},
	);
	return checked.map(({ input }) => input);
}

/**
 * Step 2: sends items in batches. What a vendor refuses in one is taken out, the rest is sent.
 *
 * @param taken gets the batches that the vendor took, as soon as it took them
 * @returns the same; the items that it did not take have become error items
 */
export async function sendBatches<const Fields extends readonly Field[], Payload>(
	run: Run,
	row: Sending<Fields, Payload>,
	entries: ReadonlyArray<BatchItem<InputOf<Fields>, Payload>>,
	taken: Array<TakenBatch<InputOf<Fields>, Payload>> = [],
): Promise<ReadonlyArray<TakenBatch<InputOf<Fields>, Payload>>> {
	const { inParallel } = settingsOf(entries[0]?.input);
	const open = clientsOf(run, row, row.receipt);
	// What comes twice is sent one after the other, so that the last one wins.
	const atOnce = run.atOnce(repeats(entries) ? 1 : inParallel);
	const credentials = await credentialKeys(run, entries);
	await pool(groupsOf(entries, row, credentials), atOnce, async (each) => {
		const division = new Division<BatchItem<InputOf<Fields>, Payload>, (typeof taken)[number]>(
			async (part) => await send<Fields, Payload>(open, row, part, each[0].input),
			(batch) => taken.push(batch),
			(refused, error) => {
				run.outcome.fail({ items: itemsOf(refused), error });
			},
		);
		await division.deliver(each);
	});
	return taken;
}

async function send<Fields extends readonly Field[], Payload>(
	open: ReturnType<typeof clientsOf>,
	row: Sending<Fields, Payload>,
	entries: ReadonlyArray<BatchItem<InputOf<Fields>, Payload>>,
	input: InputOf<Fields>,
): Promise<Sent<TakenBatch<InputOf<Fields>, Payload>>> {
	const items = itemsOf(entries);
	const payloads = entries.map(({ payload }) => payload);
	try {
		const client = await open(items, input);
		const sent = await client.sendList(batchRequest<Fields, Payload>(row, input, payloads));
		if ('error' in sent) return sent;
		const answer = readRecord(client, row.answer, sent.answer);
		return { taken: { items, entries, input, client, answer, at: Date.now() } };
	} catch (error) {
		return { error, entries: new Map(), divisible: 'no' };
	}
}

function itemsOf(entries: ReadonlyArray<{ readonly item: number }>): number[] {
	return entries.map(({ item }) => item);
}

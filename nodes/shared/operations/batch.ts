import type { NodeExecutionHint } from 'n8n-workflow';
import type { Field, InputOf } from '../field';
import type { Operation } from '../operation';
import { settingsOf } from '../options';
import type { Linked } from '../outcome';
import { pool } from '../pool';
import type { Run } from '../run';
import { itemsOf, prepareBatches, type Sending, type Sent } from './sendBatches';

/** A row for an operation that sends many items in one request. */
export interface BatchRow<Fields extends readonly Field[], Payload, Answer, Note>
	extends Sending<Fields, Payload, Answer> {
	/** Makes a batch's output, once all batches are sent. */
	readonly output: (sent: Sent<InputOf<Fields>, Payload, Answer>) => Promise<Made<Note>>;
	/** What to show above the output, from the notes of all batches together. */
	readonly hints?: (notes: readonly Note[]) => readonly NodeExecutionHint[];
}

/** An item for which nothing came back, and the error that says so. */
export interface Missing {
	readonly item: number;
	readonly error: Error;
}

/** A batch's output records, and a note for the run's hints. */
export interface Made<Note> {
	readonly records: readonly Linked[];
	readonly note?: Note;
	/** Items for which nothing came back: with continue-on-fail they become error items. */
	readonly missing?: readonly Missing[];
}

/** Makes an operation that sends many items in one request. */
export function batch<const Fields extends readonly Field[], Payload, Answer, Note>(
	row: BatchRow<Fields, Payload, Answer, Note>,
): Operation {
	return {
		...row,
		prepare(run: Run, items: readonly number[]) {
			const send = prepareBatches<Fields, Payload, Answer>(run, row, items);
			return async () => {
				await outputAll<Fields, Payload, Answer, Note>(run, row, await send());
			};
		},
	};
}

/** Makes the output of all batches, once all are sent: waiting for one must not delay another. */
async function outputAll<Fields extends readonly Field[], Payload, Answer, Note>(
	run: Run,
	row: BatchRow<Fields, Payload, Answer, Note>,
	sent: ReadonlyArray<Sent<InputOf<Fields>, Payload, Answer>>,
): Promise<void> {
	const { inParallel } = settingsOf(sent[0]?.input);
	const notes: Note[] = [];
	await pool(sent, inParallel, async (each) => {
		await row.output(each).then(
			({ records, note, missing = [] }) => {
				run.outcome.add(records);
				if (run.outcome.continueOnFail) {
					for (const { item, error } of missing) run.outcome.fail([item], error);
				}
				if (note !== undefined) notes.push(note);
			},
			(error: unknown) => {
				run.outcome.fail(itemsOf(each.members), error);
			},
		);
	});
	run.context.addExecutionHints(...(row.hints?.(notes) ?? []));
}

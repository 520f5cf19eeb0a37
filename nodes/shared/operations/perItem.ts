import type { IDataObject } from 'n8n-workflow';
import type { Field, InputOf } from '../field';
import type { About, Operation } from '../operation';
import { settingsOf } from '../options';
import type { FieldIssue, Read } from '../parameters';
import { pool } from '../pool';
import type { Run } from '../run';
import { callsOf, type Call } from './call';

/** A row for an operation that handles each item on its own. */
export interface PerItemRow<Fields extends readonly Field[]> extends About<Fields> {
	/** A check across fields, for what one field's schema cannot see. */
	readonly check?: (input: InputOf<Fields>) => readonly FieldIssue[];
	/** Does the work and returns the output records of the item. */
	readonly work: (input: InputOf<Fields>, call: Call) => Promise<readonly IDataObject[]>;
}

/** Makes an operation that handles each item on its own, several at a time, output in order. */
export function perItem<const Fields extends readonly Field[]>(row: PerItemRow<Fields>): Operation {
	const refine = (input: InputOf<Fields>): Read<InputOf<Fields>> => {
		const issues = row.check?.(input) ?? [];
		return issues.length > 0 ? { issues } : { input };
	};
	return {
		...row,
		prepare(run: Run, items: readonly number[]) {
			const ready = run.ready(items, row.fields, refine);
			const inParallel = settingsOf(ready[0]?.input).inParallel;
			const open = callsOf(run, row);
			return async () => {
				await pool(ready, inParallel, async ({ item, input }) => {
					const work = async () => await row.work(input, await open([item], input));
					await work().then(
						(records) => {
							run.outcome.add(records.map((json) => ({ json, items: [item] })));
						},
						(error: unknown) => {
							run.outcome.fail([item], error);
						},
					);
				});
			};
		},
	};
}

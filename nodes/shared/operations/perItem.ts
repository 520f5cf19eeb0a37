import type { IDataObject } from 'n8n-workflow';
import type { Field, InputOf } from '../form/field';
import { isDry, settingsOf } from '../form/options';
import { clientsOf } from '../run/clients';
import type { Operation, OperationInfo } from '../run/operation';
import { pool } from '../run/pool';
import type { Run } from '../run/run';
import type { Client } from '../transport/client';
import { climbers } from '../transport/path';
import type { Checked, FieldIssue } from '../values/issues';
import { endWithoutAnswer } from './rehearsal';

/** A row for an operation that handles each item on its own. */
export interface PerItemRow<Fields extends readonly Field[]> extends OperationInfo<Fields> {
	/** A check across fields, for what one field's schema cannot see. */
	readonly check?: (input: InputOf<Fields>) => readonly FieldIssue[];
	/**
	 * Fills in what was left empty and only the vendor knows; called before the item's work, unless the
	 * item is dry.
	 */
	readonly complete?: (input: InputOf<Fields>, client: Client) => Promise<InputOf<Fields>>;
	/** What that asks the vendor for an input, in words. */
	readonly asksFirst?: (input: InputOf<Fields>) => readonly string[];
	/** What an answer to a write says was taken: 'ID 5'. */
	readonly receipt?: (answer: unknown) => string | undefined;
	/** Does the work and returns the output records of the item. */
	readonly work: (input: InputOf<Fields>, client: Client) => Promise<readonly IDataObject[]>;
}

/** Makes an operation that handles each item on its own, several at a time, output in order. */
export function perItem<const Fields extends readonly Field[]>(row: PerItemRow<Fields>): Operation {
	const refine = (input: InputOf<Fields>): Checked<InputOf<Fields>> => {
		const issues = [...pathIssues(row, input), ...(row.check?.(input) ?? [])];
		return issues.length > 0 ? { issues } : { input };
	};
	return {
		...row,
		prepare(run: Run, items: readonly number[]) {
			const checked = run.check(items, row.fields, refine);
			const { inParallel } = settingsOf(checked[0]?.input);
			const open = clientsOf(run, row, row.receipt);
			return async () => {
				await pool(checked, run.atOnce(inParallel), async ({ item, input }) => {
					const work = async () => {
						const client = await open([item], input);
						const complete = isDry(input) ? undefined : row.complete;
						return await row.work((await complete?.(input, client)) ?? input, client);
					};
					await work().then(
						(records) => {
							run.outcome.add(records.map((json) => ({ json, items: [item] })));
						},
						(error: unknown) => {
							endWithoutAnswer(run, item, error, { asksFirst: row.asksFirst?.(input) });
						},
					);
				});
			};
		},
	};
}

/** What is wrong with IDs that would reach another endpoint. */
function pathIssues({ path, fields }: OperationInfo, input: unknown): readonly FieldIssue[] {
	return climbers(path, input).map((name) => {
		const field = fields.find((each) => each.name === name)?.property.displayName ?? name;
		return { field, wrong: 'is no ID: it would reach another address', fix: `Correct '${field}'` };
	});
}

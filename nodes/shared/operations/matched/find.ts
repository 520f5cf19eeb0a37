import type { IDataObject } from 'n8n-workflow';
import type { Field, InputOf } from '../../form/field';
import { optionsOf, settingsOf } from '../../form/options';
import { goThrough, type RecordSource } from '../../lists/recordSource';
import { keysIn, waysOf, type Wanted } from '../../lists/way';
import { clientsOf } from '../../run/clients';
import { hint } from '../../run/hint';
import type { Operation, OperationInfo } from '../../run/operation';
import { pool } from '../../run/pool';
import type { CheckedItem, Run } from '../../run/run';
import type { Client } from '../../transport/client';
import { Once } from '../../transport/once';
import type { ApiRequest } from '../../transport/request';
import { groupBy } from '../../values/groups';
import type { Checked, FieldIssue } from '../../values/issues';
import { credentialKeys } from '../grouping';
import { Seeker, type Condition } from './seeker';

/** A row for an operation that finds records by what few of them have. */
export interface FindRow<Fields extends readonly Field[]> extends OperationInfo<Fields> {
	readonly method: 'GET';
	readonly check?: (input: InputOf<Fields>) => readonly FieldIssue[];
	readonly source: RecordSource;
	readonly wanted: (input: InputOf<Fields>) => Wanted;
	/** What the vendor is asked beside that, and what of the input decides it. */
	readonly asked?: {
		readonly by: (input: InputOf<Fields>) => unknown;
		readonly query: (input: InputOf<Fields>) => ApiRequest['query'];
	};
	/** What a record must have beside that, where the vendor does not look at it itself. */
	readonly conditions?: (input: InputOf<Fields>) => readonly Condition[];
	/** The output of a record; by default the record itself. */
	readonly output?: (record: IDataObject, input: InputOf<Fields>) => IDataObject;
}

/**
 * Makes an operation that finds records. One pass through the vendor's list serves all items with the same
 * credential and options; it ends when each item has its limit, and no page is kept.
 */
export function find<const Fields extends readonly Field[]>(row: FindRow<Fields>): Operation {
	return {
		...row,
		prepare(run: Run, items: readonly number[]) {
			const checked = run.check(items, row.fields, (input): Checked<InputOf<Fields>> => {
				const issues = row.check?.(input) ?? [];
				return issues.length > 0 ? { issues } : { input };
			});
			return async () => {
				await findAll<Fields>(run, row, checked);
			};
		},
	};
}

async function findAll<Fields extends readonly Field[]>(
	run: Run,
	row: FindRow<Fields>,
	checked: ReadonlyArray<CheckedItem<InputOf<Fields>>>,
): Promise<void> {
	const open = clientsOf(run, row);
	const passes = new Once<void>();
	const hidden = new Set<string>();
	const credentials = await credentialKeys(run, checked);
	const passOf = ({ item, input }: CheckedItem<InputOf<Fields>>) =>
		JSON.stringify([credentials.get(item), optionsOf(input), row.asked?.by(input)]);
	const { inParallel } = settingsOf(checked[0]?.input);
	await pool([...groupBy(checked, passOf)], run.atOnce(inParallel), async ([pass, group]) => {
		const seekers = group.map(({ item, input }) => seekerOf<Fields>(row, item, input));
		const items = seekers.map(({ item }) => item);
		const look = async () => {
			const client = await open(items, group[0]?.input);
			await client.once(passes, pass, async (asking) => {
				await passThrough<Fields>(asking, row, seekers, hidden);
			});
		};
		await look().then(
			() => {
				for (const seeker of seekers) run.outcome.add(outputOf<Fields>(row, seeker));
			},
			(error: unknown) => {
				run.outcome.fail({ items, error });
			},
		);
	});
	if (hidden.size === 0) return;
	const fields = [...hidden].map((label) => `'${label}'`).join(' and ');
	const words = `Some records do not show what ${fields} in Filters looks at: they are left out`;
	run.context.addExecutionHints(hint(words, 'warning'));
}

function seekerOf<Fields extends readonly Field[]>(
	row: FindRow<Fields>,
	item: number,
	input: InputOf<Fields>,
): Seeker<InputOf<Fields>> {
	const conditions = row.conditions?.(input) ?? [];
	return new Seeker(item, input, { wanted: row.wanted(input), conditions });
}

/** Shows each record to the items that look for one like it. @throws as goThrough */
async function passThrough<Fields extends readonly Field[]>(
	client: Client,
	{ source, asked }: FindRow<Fields>,
	seekers: ReadonlyArray<Seeker<InputOf<Fields>>>,
	hidden: Set<string>,
): Promise<void> {
	const [first] = seekers;
	const wanted = seekers.map(({ search }) => search.wanted);
	const ways = waysOf(wanted);
	const byKey = groupBy(
		seekers.flatMap((seeker) => seeker.search.wanted.keys.map((key) => ({ key, seeker }))),
		({ key }) => key,
	);
	const visit = (records: readonly IDataObject[]) => {
		for (const record of records) {
			const keys = ways.flatMap((way) => keysIn(way, record));
			for (const { seeker } of keys.flatMap((key) => byKey.get(key) ?? [])) {
				seeker.take(record, hidden);
			}
		}
		return seekers.some(({ isDone }) => !isDone);
	};
	await goThrough(client, source, wanted, first && asked?.query(first.input), visit);
}

function outputOf<Fields extends readonly Field[]>(
	{ output }: FindRow<Fields>,
	{ item, input, found }: Seeker<InputOf<Fields>>,
) {
	return found.map((record) => ({
		json: output ? output(record, input) : record,
		items: [item],
	}));
}

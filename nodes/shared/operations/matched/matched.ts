import type { Field, InputOf } from '../../form/field';
import { isDry, settingsOf } from '../../form/options';
import { shownKeys } from '../../lists/way';
import { clientsOf } from '../../run/clients';
import type { Operation } from '../../run/operation';
import { pool } from '../../run/pool';
import type { Run } from '../../run/run';
import type { Client } from '../../transport/client';
import { Once } from '../../transport/once';
import { groupBy } from '../../values/groups';
import { firstOf } from '../../values/text';
import { receiptOf } from '../answer';
import { credentialKeys } from '../grouping';
import { endWithoutAnswer } from '../rehearsal';
import { entryOf } from './entry';
import type { Ambiguous } from './plan';
import { readPlan, type ReadPlan } from './read';
import type { CreateIfNewRow, MatchRow, UpsertRow } from './row';
import { Settler } from './settle';
import type { MatchItem, Target } from './target';

/**
 * Makes an operation that creates a record for each item, or updates the one that is there with what
 * differs. The vendor's records are read once a run and credential; what would change nothing is not sent.
 */
export function upsert<const Fields extends readonly Field[]>(row: UpsertRow<Fields>): Operation {
	return matched<Fields>(row);
}

/** Makes an operation that creates a record for each item, unless it is there: then it is left alone. */
export function createIfNew<const Fields extends readonly Field[]>(
	row: CreateIfNewRow<Fields>,
): Operation {
	return matched<Fields>(row);
}

function matched<const Fields extends readonly Field[]>(row: MatchRow<Fields>): Operation {
	return {
		...row,
		prepare(run: Run, items: readonly number[]) {
			const checked = run.check(items, row.fields, (input, item) => entryOf(row, input, item));
			const entries = checked.map(({ input }) => input);
			return async () => {
				const work = new MatchRun<Fields>(run, row);
				await work.rehearse(entries.filter(({ input }) => isDry(input)));
				await work.write(entries.filter(({ input }) => !isDry(input)));
			};
		},
	};
}

/** The items of such an operation in one run. */
class MatchRun<Fields extends readonly Field[]> {
	private readonly open: ReturnType<typeof clientsOf>;
	private readonly plans = new Once<ReadPlan<InputOf<Fields>>>();

	constructor(
		private readonly run: Run,
		private readonly row: MatchRow<Fields>,
	) {
		this.open = clientsOf(run, row, (answer) => receiptOf(row.matching.answer, answer));
	}

	/** Ends dry items: each is output with its creation, and with what would be looked for first. */
	async rehearse(entries: ReadonlyArray<MatchItem<InputOf<Fields>>>): Promise<void> {
		const { method, path, matching } = this.row;
		for (const entry of entries) {
			const { item, input, values } = entry;
			const asksFirst = [this.question(entry)];
			const send = async () => {
				const client = await this.open([item], input);
				const body = matching.body?.(values) ?? values;
				await client.send({ method, path, body, repeat: 'ifNotTaken' });
			};
			await send().catch((error: unknown) => {
				endWithoutAnswer(this.run, item, error, { asksFirst });
			});
		}
	}

	private question({ wanted }: MatchItem<InputOf<Fields>>): string {
		const [one, several] = this.row.matching.nouns;
		const keys = firstOf(shownKeys(wanted));
		const then = this.row.update ? 'is updated with what differs' : 'is left as it is';
		return `which ${several} have the ${wanted.way.name} ${keys}: such a ${one} ${then}, and none is created`;
	}

	/** Reads what there is, with each credential, and then writes what differs. */
	async write(entries: ReadonlyArray<MatchItem<InputOf<Fields>>>): Promise<void> {
		const { inParallel } = settingsOf(entries[0]?.input);
		const atOnce = this.run.atOnce(inParallel);
		const credentials = await credentialKeys(this.run, entries);
		const groups = groupBy(entries, ({ item }) => credentials.get(item));
		const found: Array<ReadonlyArray<Target<InputOf<Fields>>>> = [];
		await pool([...groups.values()], atOnce, async (group) => {
			found.push(await this.targetsOf(group));
		});
		const settler = new Settler<Fields>(this.run, this.row, this.open);
		await pool(found.flat(), atOnce, async (target) => {
			await settler.settle(target);
		});
	}

	/**
	 * The records that items of one credential mean; items for which that cannot be told have become
	 * error items.
	 *
	 * @throws the error where the run must not go on
	 */
	private async targetsOf(
		group: ReadonlyArray<MatchItem<InputOf<Fields>>>,
	): Promise<ReadonlyArray<Target<InputOf<Fields>>>> {
		const items = group.map(({ item }) => item);
		const read = async () => {
			const client = await this.open(items, group[0]?.input);
			const ask = async (asking: Client) => await readPlan<Fields>(asking, this.row, group);
			return { client, plan: await client.once(this.plans, '', ask) };
		};
		const done = await read().catch((error: unknown) => {
			this.run.outcome.fail({ items, error });
		});
		if (!done) return [];
		const { client, plan } = done;
		for (const entry of plan.unseen) this.failUnseen(client, entry);
		for (const each of plan.ambiguous) this.failAmbiguous(client, each);
		return plan.targets;
	}

	private failUnseen(client: Client, { item, wanted: { way } }: MatchItem<InputOf<Fields>>): void {
		const [, several] = this.row.matching.nouns;
		const error = client.gaveUp(
			`None of the ${several} shows a field '${way.fields.join(', ')}', so that none can be matched by it`,
			`Check the name of the field. Where no ${several} have it yet, match by something else first`,
			item,
		);
		this.run.outcome.fail({ items: [item], error });
	}

	private failAmbiguous(client: Client, { entry, among }: Ambiguous<InputOf<Fields>>): void {
		const { item, wanted } = entry;
		const [one, several] = this.row.matching.nouns;
		const named = among.map(({ existing, turns }) =>
			existing ? String(existing.id) : `the one of Item ${turns[0]?.entry.item}`,
		);
		const error = client.gaveUp(
			`${among.length} ${several} have the ${wanted.way.name} ${firstOf(shownKeys(wanted))}: ${firstOf(named)}`,
			`Nothing was sent for this item. Merge or delete all but one of them, or match by what only one ${one} has`,
			item,
		);
		this.run.outcome.fail({ items: [item], error });
	}
}

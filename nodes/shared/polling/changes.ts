import { NodeOperationError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import type { Dated } from './cursor';
import { newest, type NewsSource } from './news';
import { printOf } from './print';
import { PollState } from './state';

/** How many records are compared at most: what is kept of them is about 50 bytes each. */
const MOST = 20_000;

/** What a trigger reads to find changes where records do not say when they were changed. */
export interface ChangeSource extends Pick<NewsSource, 'scope' | 'hintWhenEmpty'> {
	/** Reads all records there are; the key of each is its ID. */
	readonly read: () => Promise<readonly Dated[]>;
}

/**
 * One poll: emits each record that is not what it was at the last poll, in the order of reading.
 *
 * New records are no changes, nor are deleted ones. The first poll only notes what there is. A
 * manual run shows the newest record and moves nothing. When reading fails nothing is lost.
 *
 * @throws what source.read throws; NodeOperationError for more than 20,000 records, or when a
 *   manual run finds nothing
 */
export async function pollChanges(
	context: IPollFunctions,
	source: ChangeSource,
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return [[{ json: (await newest(context, source)).json }]];
	const state = PollState.open(context, source.scope);
	const records = await readAll(context, source).catch((error: unknown) => state.report(error));
	if (!records) return null;
	// What is missing is kept: a record that slipped between two pages comes back at the next poll.
	const prints = new Map(state.prints);
	const changed: INodeExecutionData[] = [];
	for (const { key, json } of records.values()) {
		const print = printOf(json);
		const known = prints.get(key);
		if (known !== undefined && known !== print) changed.push({ json });
		prints.delete(key);
		prints.set(key, print);
	}
	state.keepPrints(new Map([...prints].slice(-MOST)));
	return changed.length > 0 ? [changed] : null;
}

async function readAll(
	context: IPollFunctions,
	source: ChangeSource,
): Promise<ReadonlyMap<string, Dated>> {
	const records = new Map((await source.read()).map((record) => [record.key, record]));
	if (records.size <= MOST) return records;
	throw new NodeOperationError(
		context.getNode(),
		`There are ${records.size} records, more than the ${MOST} that this trigger can compare`,
		{ description: 'Read them with Get Many in a scheduled workflow instead' },
	);
}

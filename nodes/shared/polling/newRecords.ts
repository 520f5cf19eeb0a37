import { NodeOperationError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import { advance, readFrom, startAt, type TimedRecord } from './cursor';
import { PollState } from './state';

/** What a trigger reads to find news. */
export interface NewRecordSource {
	/** What the cursor belongs to: credential, event and whatever filters the records. */
	readonly scope: readonly unknown[];
	/** How late a record may show up behind newer ones, in ms. */
	readonly overlapMs: number;
	/**
	 * Reads every record at or after a time in ms since the epoch, in any order. Without a time, the
	 * newest ones: at least all within the overlap before the newest.
	 */
	readonly read: (since: number | undefined) => Promise<readonly TimedRecord[]>;
	/** What the user can do to see something in a manual run. */
	readonly hintWhenEmpty: string;
}

/**
 * One poll: emits each record that is new since the last one, oldest first, and none twice.
 *
 * The first poll after activation only notes where the vendor stands, so that no flood of old
 * records starts workflows. A manual run shows the newest record and moves nothing. When reading
 * fails nothing is lost: the next poll reads from the same place. The same fault is thrown once an
 * hour.
 *
 * @throws what source.read throws; NodeOperationError when a manual run finds nothing
 */
export async function pollNewRecords(
	context: IPollFunctions,
	source: NewRecordSource,
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return [[{ json: (await newest(context, source)).json }]];
	const state = PollState.open(context, source.scope);
	const { cursor } = state;
	const since = cursor && readFrom(cursor, source.overlapMs);
	const records = await source.read(since).catch((error: unknown) => state.report(error));
	if (!records) return null;
	const next = cursor
		? advance(cursor, records, source.overlapMs)
		: { fresh: [], cursor: startAt(records, source.overlapMs) };
	state.moveTo(next.cursor);
	return next.fresh.length > 0
		? [next.fresh.map(({ json }): INodeExecutionData => ({ json }))]
		: null;
}

/** The newest record, for a manual run. @throws NodeOperationError when there is none */
export async function newest(
	context: IPollFunctions,
	source: Pick<NewRecordSource, 'read' | 'hintWhenEmpty'>,
): Promise<TimedRecord> {
	const [first, ...others] = await source.read(undefined);
	if (!first) {
		const options = { description: source.hintWhenEmpty, level: 'warning' } as const;
		throw new NodeOperationError(context.getNode(), 'There is nothing to show yet', options);
	}
	return others.reduce((best, each) => (each.at > best.at ? each : best), first);
}

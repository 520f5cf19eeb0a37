import { NodeOperationError, type IPollFunctions } from 'n8n-workflow';
import { oneAtATime, type PollOutput } from './oneAtATime';
import { news, standingAfter, standingKept, startAt, type TimedRecord } from './standing';
import { PollState } from './state';

/** What every trigger that looks for records says of itself. */
export interface RecordSource<Each extends TimedRecord = TimedRecord> {
	/** What the state belongs to: credential, event and whatever changes what a record is. */
	readonly scope: readonly unknown[];
	/** Whether the user wants a record: the others are seen, but not emitted. */
	readonly isWanted?: (record: Each) => boolean;
	/** What the user can do to see something in a manual run. */
	readonly hintWhenEmpty: string;
}

/** What a trigger reads to find news. */
export interface NewRecordSource<Each extends TimedRecord = TimedRecord>
	extends RecordSource<Each> {
	/** How late a record may show up behind newer ones, in ms. */
	readonly overlapMs: number;
	/**
	 * Reads every record at or after a time in ms since the epoch, in any order. Without a time, the
	 * newest ones: at least all within the overlap before the newest.
	 */
	readonly read: (since: number | undefined) => Promise<readonly Each[]>;
}

/**
 * One poll: emits each record that is new since the last one, oldest first, and none twice.
 *
 * The first poll after activation only notes where the vendor stands, so that no flood of old
 * records starts workflows. A manual run shows the newest record and moves nothing. When reading
 * fails nothing is lost: the next poll reads from the same place.
 *
 * @throws what source.read throws; NodeOperationError when a manual run finds nothing
 */
export async function pollNewRecords<Each extends TimedRecord>(
	context: IPollFunctions,
	source: NewRecordSource<Each>,
): Promise<PollOutput> {
	if (context.getMode() === 'manual') return await sample(context, source);
	return await oneAtATime(context, async () => await poll(context, source));
}

async function poll<Each extends TimedRecord>(
	context: IPollFunctions,
	source: NewRecordSource<Each>,
): Promise<PollOutput> {
	const { overlapMs } = source;
	const state = PollState.open(context, source.scope, standingKept);
	const standing = state.value;
	const since = standing && standing.at - overlapMs;
	const records = await source.read(since).catch((error: unknown) => state.report(error));
	if (!records) return null;
	const fresh = standing ? news(standing, records) : [];
	const output = outputOf(fresh, source);
	const next = standing
		? standingAfter(standing, fresh, { overlapMs })
		: startAt(records, overlapMs);
	state.keep(next, { emits: output !== null });
	return output;
}

/** The records that are wanted, as n8n's items; null where there are none. */
export function outputOf<Each extends TimedRecord>(
	records: readonly Each[],
	{ isWanted = () => true }: Pick<RecordSource<Each>, 'isWanted'>,
): PollOutput {
	const items = records.filter(isWanted).map(({ json }) => ({ json }));
	return items.length > 0 ? [items] : null;
}

/** The newest record, for a manual run. @throws NodeOperationError when there is none */
export async function sample<Each extends TimedRecord>(
	context: IPollFunctions,
	source: Pick<NewRecordSource<Each>, 'read' | 'hintWhenEmpty' | 'isWanted'>,
): Promise<PollOutput> {
	const { isWanted = () => true } = source;
	const [first, ...others] = (await source.read(undefined)).filter(isWanted);
	if (!first) {
		const options = { description: source.hintWhenEmpty, level: 'warning' } as const;
		throw new NodeOperationError(context.getNode(), 'There is nothing to show yet', options);
	}
	const { json } = others.reduce((best, each) => (each.at > best.at ? each : best), first);
	return [[{ json }]];
}

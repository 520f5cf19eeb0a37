import { NodeOperationError, type IPollFunctions } from 'n8n-workflow';
import { fingerprintOf, shortOf } from './fingerprint';
import { outputOf, sample, type RecordSource } from './newRecords';
import { oneAtATime, type PollOutput } from './oneAtATime';
import { changedFields, namesOf, printsKept, withoutFields, type Prints } from './prints';
import type { TimedRecord } from './standing';
import { PollState } from './state';

/** How many records are compared at most: what is kept of them is 20 bytes each. */
const MOST_COMPARED = 20_000;

/** What a trigger reads to find changes where records do not say when they were changed. */
export interface ChangeSource extends RecordSource {
	/**
	 * Reads all records there are, or the first ones; the key of each is its ID.
	 *
	 * @param most after how many to stop
	 */
	readonly read: (most: number) => Promise<readonly TimedRecord[]>;
	/** Whether there are more than so many, by one small request. */
	readonly hasMoreThan: (most: number) => Promise<boolean>;
}

/**
 * One poll: emits each record that is not what it was at the last poll, in the order of reading.
 *
 * New records are no changes, nor are deleted ones, and one that comes back as it was. A field that
 * most records have got or lost since the last poll is the vendor's doing and no change either. The
 * first poll only notes what there is. A manual run shows the newest record and moves nothing. When
 * reading fails nothing is lost.
 *
 * @throws what source.read throws; NodeOperationError for more than 20,000 records, or when a
 *   manual run finds nothing
 */
export async function pollChangedRecords(
	context: IPollFunctions,
	source: ChangeSource,
): Promise<PollOutput> {
	if (context.getMode() === 'manual') {
		return await sample(context, { ...source, read: async () => await source.read(Infinity) });
	}
	return await oneAtATime(context, async () => await poll(context, source));
}

async function poll(context: IPollFunctions, source: ChangeSource): Promise<PollOutput> {
	const state = PollState.open(context, source.scope, printsKept);
	const before = state.value;
	const reading = readAll(source, before?.isOver === true);
	const records = await reading.catch((error: unknown) => state.report(error));
	if (!records) return null;
	if (records === 'tooMany') {
		// Said once: keeping ends a fault.
		if (!before?.isOver) state.keep({ ...(before ?? NOTHING), isOver: true }, { emits: false });
		state.report(tooMany(context));
		return null;
	}
	const { prints, changed } = compare(before ?? NOTHING, records);
	const output = outputOf(changed, source);
	state.keep(prints, { emits: output !== null });
	return output;
}

const NOTHING: Prints = { byKey: new Map(), names: new Map(), isOver: false };

/** All records; what is too many is not read to its end, and where it was before only looked at. */
async function readAll(
	source: ChangeSource,
	wasOver: boolean,
): Promise<ReadonlyMap<string, TimedRecord> | 'tooMany'> {
	if (wasOver && (await source.hasMoreThan(MOST_COMPARED))) return 'tooMany';
	const all = await source.read(MOST_COMPARED + 1);
	const records = new Map(all.map((record) => [record.key, record]));
	return records.size > MOST_COMPARED ? 'tooMany' : records;
}

function compare(before: Prints, records: ReadonlyMap<string, TimedRecord>) {
	const names = namesOf([...records.values()].map(({ json }) => json));
	const passedOver = changedFields(before, names, records.size);
	// What is missing is kept: a record that slipped between two pages comes back at the next poll.
	const byKey = new Map(before.byKey);
	const changed: TimedRecord[] = [];
	for (const record of records.values()) {
		const key = shortOf(record.key);
		const known = byKey.get(key);
		const compared = printOf(withoutFields(record.json, passedOver.gained));
		const isChanged = known !== undefined && known !== compared;
		if (isChanged && passedOver.lost.size === 0) changed.push(record);
		byKey.delete(key);
		byKey.set(key, passedOver.gained.size === 0 ? compared : printOf(record.json));
	}
	const prints = { byKey: new Map([...byKey].slice(-MOST_COMPARED)), names, isOver: false };
	return { prints, changed };
}

function printOf(record: object): string {
	return fingerprintOf(record).slice(0, 6);
}

function tooMany(context: IPollFunctions): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`There are more than the ${MOST_COMPARED} records that this trigger can compare`,
		{ description: 'Read them with Get Many in a scheduled workflow instead' },
	);
}

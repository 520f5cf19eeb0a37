import { NodeOperationError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import type { TimedRecord } from './cursor';
import { fingerprintOf } from './fingerprint';
import { newest, type NewRecordSource } from './newRecords';
import { PollState } from './state';

/** How many records are compared at most: what is kept of them is about 50 bytes each. */
const MOST = 20_000;

/** What a trigger reads to find changes where records do not say when they were changed. */
export interface ChangeSource extends Pick<NewRecordSource, 'scope' | 'hintWhenEmpty'> {
	/** Reads all records there are; the key of each is its ID. */
	readonly read: () => Promise<readonly TimedRecord[]>;
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
export async function pollChangedRecords(
	context: IPollFunctions,
	source: ChangeSource,
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return [[{ json: (await newest(context, source)).json }]];
	const state = PollState.open(context, source.scope);
	const records = await readAll(context, source).catch((error: unknown) => state.report(error));
	if (!records) return null;
	// What is missing is kept: a record that slipped between two pages comes back at the next poll.
	const fingerprints = new Map(state.fingerprints);
	const changed: INodeExecutionData[] = [];
	for (const { key, json } of records.values()) {
		const fingerprint = fingerprintOf(json);
		const known = fingerprints.get(key);
		if (known !== undefined && known !== fingerprint) changed.push({ json });
		fingerprints.delete(key);
		fingerprints.set(key, fingerprint);
	}
	state.keepFingerprints(new Map([...fingerprints].slice(-MOST)));
	return changed.length > 0 ? [changed] : null;
}

async function readAll(
	context: IPollFunctions,
	source: ChangeSource,
): Promise<ReadonlyMap<string, TimedRecord>> {
	const records = new Map((await source.read()).map((record) => [record.key, record]));
	if (records.size <= MOST) return records;
	throw new NodeOperationError(
		context.getNode(),
		`There are ${records.size} records, more than the ${MOST} that this trigger can compare`,
		{ description: 'Read them with Get Many in a scheduled workflow instead' },
	);
}

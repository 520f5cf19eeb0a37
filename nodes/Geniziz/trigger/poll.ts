import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { pollChangedRecords } from '../../shared/polling/changedRecords';
import { timeIn, type TimedRecord } from '../../shared/polling/cursor';
import { pollNewRecords } from '../../shared/polling/newRecords';
import { readSince } from '../../shared/polling/readSince';
import { openClient, type Client } from '../../shared/transport/client';
import { paging, RECORDS } from '../resources/reading';
import { vendor } from '../vendor';
import { events, type GenizizEvent } from './events';
import { fieldsToAsk, triggerFields } from './fields';

/** How late a record may show up behind newer ones, in ms. */
const OVERLAP_MS = 10 * 60 * 1000;

/**
 * One poll of the Geniziz Trigger: emits what is new since the last one, by Geniziz's own times.
 *
 * @throws NodeOperationError for wrong parameters, NodeApiError with the vendor's words
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, triggerFields);
	const event = events[settings.event];
	const needed = ['id', 'date_created', ...(event.time === 'date_updated' ? [event.time] : [])];
	const query = { _fields: fieldsToAsk(settings, needed) };
	const { path, noun, newestFirst = false } = event;
	const read = async (
		since: number | undefined,
		overlapMs: number,
	): Promise<readonly TimedRecord[]> => {
		const client = await openClient(context, vendor, `Look for ${event.name.toLowerCase()}`);
		const timed = (record: IDataObject) => timedBy(client, event, record);
		const request = { method: 'GET', path, query } as const;
		const list = { request, paging, records: RECORDS, timed, newestFirst };
		return await readSince(client, list, since, overlapMs);
	};
	const source = {
		scope: [context.getNode().credentials?.[vendor.credential]?.id, settings.event],
		hintWhenEmpty: `Create ${noun} in Geniziz, then fetch the test event again`,
	};
	return event.time === undefined
		? await pollChangedRecords(context, {
				...source,
				read: async () => await read(undefined, Number.POSITIVE_INFINITY),
			})
		: await pollNewRecords(context, {
				...source,
				overlapMs: OVERLAP_MS,
				read: async (since) => await read(since, OVERLAP_MS),
			});
}

/**
 * A record with the time of its news. A lead that was not changed since it was created is no news
 * of a change.
 */
function timedBy(client: Client, event: GenizizEvent, json: IDataObject): TimedRecord | undefined {
	const created = timeIn(json.date_created);
	const { id } = json;
	if (typeof id !== 'string' || created === undefined) {
		throw client.unexpected(json, `${event.noun} in it has no 'id' or no 'date_created'`);
	}
	if (event.time !== 'date_updated') return { key: id, at: created, json };
	const updated = timeIn(json.date_updated);
	if (updated === undefined || updated === created) return undefined;
	return { key: `${id}@${updated}`, at: updated, json };
}

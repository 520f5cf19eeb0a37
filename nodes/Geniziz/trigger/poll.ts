import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { InputOf } from '../../shared/form/field';
import { settingsOf } from '../../shared/form/options';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { behindEnd } from '../../shared/lists/behindEnd';
import { readPages } from '../../shared/lists/paging';
import { recordsOf } from '../../shared/lists/records';
import { pollChangedRecords } from '../../shared/polling/changedRecords';
import { openPollClient } from '../../shared/polling/pollClient';
import type { Glimpse, ScannedList } from '../../shared/polling/scan/page';
import { pollScan } from '../../shared/polling/scan/scan';
import type { TimedRecord } from '../../shared/polling/standing';
import { timeIn } from '../../shared/polling/times';
import { absent } from '../../shared/transport/absent';
import type { Client } from '../../shared/transport/client';
import { fillPath } from '../../shared/transport/path';
import { isDataObject } from '../../shared/values/records';
import { credentialIdOf } from '../../shared/vendor';
import { paging, RECORDS } from '../resources/reading';
import { vendor } from '../vendor';
import { events, type GenizizEvent } from './events';
import { fieldsToAsk, triggerFields } from './fields';
import { filterOf, filterFields } from './filters';

/** How late a record may show up behind newer ones, in ms. */
const OVERLAP_MS = 10 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

type Settings = InputOf<typeof triggerFields>;

/**
 * One poll of the Geniziz Trigger: emits what is new since the last one, by Geniziz's own times.
 *
 * @throws NodeOperationError for wrong parameters, NodeApiError with the vendor's words
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, triggerFields);
	const event = events[settings.event];
	const { noun } = event;
	const credential = credentialIdOf(context.getNode(), vendor);
	const open = async () => {
		const what = `Look for ${event.name.toLowerCase()}`;
		return await openPollClient(context, vendor, what, settingsOf(settings));
	};
	const source = {
		hintWhenEmpty: `Create ${noun} in Geniziz, then fetch the test event again`,
		...filterOf(settings, (text) => {
			context.logger.warn(text);
		}),
		open,
	};
	if (event.time === undefined) return await pollChanges(context, settings, source, credential);
	const path = pathOf(settings, event);
	return await pollScan(context, {
		...source,
		scope: [credential, settings.event, path],
		list: listOf(settings, event, path),
		overlapMs: OVERLAP_MS,
		sweepMs: wholeListHours(settings) * HOUR_MS,
	});
}

/** Activities of one type have a list of their own. */
function pathOf({ activityType = 'any' }: Settings, { path }: GenizizEvent): string {
	return activityType === 'any' ? path : `${path}${activityType}/`;
}

function wholeListHours({ options }: Settings): number {
	const { wholeListHours: hours = 24 } = options;
	return hours;
}

/** The fields that must be there, beside those that the user wants. */
function neededFor(settings: Settings, { time }: GenizizEvent): string[] {
	const updated = time === 'date_updated' ? [time] : [];
	return ['id', 'date_created', ...updated, ...filterFields(settings)];
}

function listOf(settings: Settings, event: GenizizEvent, path: string): ScannedList {
	const needed = neededFor(settings, event);
	const query = { _fields: fieldsToAsk(settings, needed) };
	const list = {
		request: { method: 'GET', path, query },
		paging,
		records: RECORDS,
		glimpse: (record: IDataObject) => glimpseOf(event, record),
	} as const;
	if (!event.hasRecords) return { ...list, orderedBy: ['date_created'] };
	const times = event.time === 'date_updated' ? [] : ['date_created'];
	return {
		...list,
		// What is newly created was newly updated, too.
		orderedBy: [...times, 'date_updated'],
		thin: { _fields: [...new Set([...needed, 'date_updated'])].join(',') },
		get: async (client, id) => {
			const answer = await client
				.send({ method: 'GET', path: fillPath(`${path}{id}/`, { id }), query })
				.catch(absent);
			if (answer === undefined || isDataObject(answer)) return answer;
			throw client.unexpected(answer, `it is not ${event.noun}`);
		},
	};
}

/** A lead that was not changed since it was created is no news of a change. */
function glimpseOf({ time }: GenizizEvent, record: IDataObject): Glimpse | undefined {
	const { id } = record;
	const created = timeIn(record.date_created);
	if (typeof id !== 'string' || id === '' || created === undefined) return undefined;
	if (time !== 'date_updated') return { key: id, at: created, isNews: true };
	const updated = timeIn(record.date_updated);
	if (updated === undefined) return undefined;
	return { key: id, version: String(updated), at: updated, isNews: updated !== created };
}

/** Opportunities show no time of their change. */
async function pollChanges(
	context: IPollFunctions,
	settings: Settings,
	source: Pick<Parameters<typeof pollChangedRecords>[1], 'hintWhenEmpty' | 'isWanted'> & {
		open: () => Promise<Client>;
	},
	credential: unknown,
): Promise<INodeExecutionData[][] | null> {
	const event = events[settings.event];
	const query = { _fields: fieldsToAsk(settings, neededFor(settings, event)) };
	const request = { method: 'GET', path: event.path, query } as const;
	return await pollChangedRecords(context, {
		...source,
		// What is compared depends on the fields that are asked for.
		scope: [credential, settings.event, query._fields],
		read: async (limit) => {
			const client = await source.open();
			const records = await readPages({ client, request, paging, records: RECORDS, limit });
			return records.flatMap(timedOf);
		},
		hasMoreThan: async (most) => {
			const client = await source.open();
			const page = { _fields: 'id', [paging.limitKey]: 1, [paging.offsetKey]: most };
			const answer = await client.send({ ...request, query: page }).catch(behindEnd);
			return answer !== undefined && recordsOf(client, answer, RECORDS).length > 0;
		},
	});
}

/** One without an ID cannot be compared. Its time serves to show the newest one only. */
function timedOf(json: IDataObject): TimedRecord[] {
	const { id } = json;
	if (typeof id !== 'string' || id === '') return [];
	return [{ key: id, at: timeIn(json.date_created) ?? 0, json }];
}

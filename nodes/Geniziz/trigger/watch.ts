import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { openAsker, type Asker } from '../../shared/asker';
import { pollChanges } from '../../shared/polling/changes';
import { timeIn, type Dated } from '../../shared/polling/cursor';
import { pollNews } from '../../shared/polling/news';
import { readDated } from '../../shared/polling/readDated';
import { triggerSettings } from '../../shared/triggerSettings';
import { paging, RECORDS } from '../thing';
import { limitGroup, vendor } from '../vendor';
import { events, type GenizizEvent } from './events';
import { fieldsToAsk, triggerFields } from './fields';

/** How late a record may show up behind newer ones, in ms. */
const OVERLAP_MS = 10 * 60 * 1000;

/**
 * One poll of the Geniziz Trigger: emits what is new since the last one, by Geniziz's own times.
 *
 * @throws NodeOperationError for wrong parameters, NodeApiError with the vendor's words
 */
export async function watch(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, triggerFields);
	const event = events[settings.event];
	const needed = ['id', 'date_created', ...(event.time === 'date_updated' ? [event.time] : [])];
	const query = { _fields: fieldsToAsk(settings, needed) };
	const { path, thing, newestFirst = false } = event;
	const read = async (since: number | undefined, overlapMs: number): Promise<readonly Dated[]> => {
		const asker = await openAsker(context, vendor, `Look for ${event.name.toLowerCase()}`);
		const dated = (record: IDataObject) => datedBy(asker, event, record);
		const request = { method: 'GET', path, query, limitGroup: limitGroup(path) } as const;
		const list = { request, paging, records: RECORDS, dated, newestFirst };
		return await readDated(asker, list, since, overlapMs);
	};
	const source = {
		scope: [context.getNode().credentials?.[vendor.credential]?.id, settings.event],
		hintWhenEmpty: `Create ${thing} in Geniziz, then fetch the test event again`,
	};
	return event.time === undefined
		? await pollChanges(context, {
				...source,
				read: async () => await read(undefined, Number.POSITIVE_INFINITY),
			})
		: await pollNews(context, {
				...source,
				overlapMs: OVERLAP_MS,
				read: async (since) => await read(since, OVERLAP_MS),
			});
}

/**
 * A record with the time of its news. A lead that was not changed since it was created is no news
 * of a change.
 */
function datedBy(asker: Asker, event: GenizizEvent, json: IDataObject): Dated | undefined {
	const created = timeIn(json.date_created);
	const { id } = json;
	if (typeof id !== 'string' || created === undefined) {
		throw asker.unexpected(json, `${event.thing} in it has no 'id' or no 'date_created'`);
	}
	if (event.time !== 'date_updated') return { key: id, at: created, json };
	const updated = timeIn(json.date_updated);
	if (updated === undefined || updated === created) return undefined;
	return { key: `${id}@${updated}`, at: updated, json };
}

import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { recordsOf } from '../../shared/lists/records';
import { timeIn, type TimedRecord } from '../../shared/polling/cursor';
import { pollNewRecords } from '../../shared/polling/newRecords';
import { openClient, type Client } from '../../shared/transport/client';
import { CONTACTS_PATH } from '../resources/contact/contact';
import { contactOutput } from '../resources/contact/output';
import { vendor } from '../vendor';
import { triggerFields } from './fields';

/** What is allowed for contacts that show up behind newer ones. */
const OVERLAP_MS = 10 * 60 * 1000;

/**
 * One poll of the Skarbe Trigger: emits each contact that was created since the last one.
 *
 * Skarbe documents a list of contacts without pages, order or a filter by time, in which each
 * contact has its createdAt ("Available endpoints", "Get Contacts"). So each poll reads the whole
 * list and takes what was created after the newest contact seen before. It is assumed that the
 * list is complete and that createdAt is when Skarbe got the contact and never changes; the order
 * does not matter.
 *
 * @returns the items of the new contacts, or null
 * @throws NodeOperationError for wrong parameters, NodeApiError when the list cannot be read
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, triggerFields);
	const client = await openClient(context, vendor, 'Watch contacts');
	return await pollNewRecords(context, {
		scope: [context.getNode().credentials?.[vendor.credential]?.id, settings.event],
		overlapMs: OVERLAP_MS,
		read: async (since = Number.NEGATIVE_INFINITY) => {
			const contacts = await readContacts(client);
			return contacts
				.filter(({ at }) => at >= since)
				.map(({ json, ...rest }) => ({ ...rest, json: contactOutput(json, settings.simplify) }));
		},
		hintWhenEmpty: 'Skarbe has no contacts: create one there, then try again',
	});
}

/** @throws NodeApiError for an answer that is no list, or one without times */
async function readContacts(client: Client): Promise<TimedRecord[]> {
	const answer = await client.send({ method: 'GET', path: CONTACTS_PATH });
	const records = recordsOf(client, answer, [], 'contacts');
	const timed = records.flatMap(timedOf);
	// One contact without a time is passed over, since it cannot be told from an old one. When all
	// are, the trigger would be silent for ever.
	if (timed.length === 0 && records.length > 0) {
		throw client.unexpected(answer, "its contacts hold no 'createdAt'");
	}
	return timed;
}

function timedOf(json: IDataObject): TimedRecord[] {
	const at = timeIn(json.createdAt);
	return at === undefined ? [] : [{ key: String(json.id), at, json }];
}

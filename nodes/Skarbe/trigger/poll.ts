import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { settingsOf } from '../../shared/form/options';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { recordsOf } from '../../shared/lists/records';
import { pollNewRecords } from '../../shared/polling/newRecords';
import { openPollClient } from '../../shared/polling/pollClient';
import type { TimedRecord } from '../../shared/polling/standing';
import { timeIn } from '../../shared/polling/times';
import type { Client } from '../../shared/transport/client';
import { toRecord } from '../../shared/values/records';
import { credentialIdOf } from '../../shared/vendor';
import { CONTACTS_PATH } from '../resources/contact/match';
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
	const client = await openPollClient(context, vendor, 'Watch contacts', settingsOf(settings));
	return await pollNewRecords(context, {
		scope: [credentialIdOf(context.getNode(), vendor), settings.event],
		overlapMs: OVERLAP_MS,
		read: async (since = Number.NEGATIVE_INFINITY) => {
			const contacts = await readContacts(context, client, settings.filters.leadStatus);
			return contacts
				.filter(({ at }) => at >= since)
				.map((contact) => ({
					...contact,
					json: contactOutput(contact.contact, settings.simplify),
				}));
		},
		isWanted: filterOf(settings.filters.leadStatus),
		hintWhenEmpty: 'Skarbe has no contacts: create one there, then try again',
	});
}

/** A contact with what it is beside its output, which may be simplified. */
interface Contact extends TimedRecord {
	readonly contact: IDataObject;
}

/** @throws NodeApiError for an answer that is no list, or one without what the trigger goes by */
async function readContacts(
	context: IPollFunctions,
	client: Client,
	leadStatus: number | undefined,
): Promise<Contact[]> {
	const answer = await client.send({ method: 'GET', path: CONTACTS_PATH });
	const records = recordsOf(client, answer, [], 'contacts');
	const timed = records.flatMap(timedOf);
	// One contact without a time is passed over, since it cannot be told from an old one. When all
	// are, the trigger would be silent for ever.
	if (timed.length === 0 && records.length > 0) {
		throw client.unexpected(answer, "its contacts hold no 'createdAt'");
	}
	if (timed.length < records.length) {
		const count = records.length - timed.length;
		context.logger.warn(`Passed over ${count} Skarbe contacts without a 'createdAt'`);
	}
	// The same of the filter: no document promises that the list shows the lead status.
	if (leadStatus !== undefined && records.length > 0 && !records.some(hasLeadStatus)) {
		throw client.unexpected(answer, "its contacts hold no 'leadStatus' to filter by");
	}
	return timed;
}

function hasLeadStatus({ leadStatus }: IDataObject): boolean {
	return leadStatus !== undefined;
}

function timedOf(contact: IDataObject): Contact[] {
	const at = timeIn(contact.createdAt);
	return at === undefined ? [] : [{ key: String(contact.id), at, json: contact, contact }];
}

/** Whether a contact is what the user wants to start on. */
function filterOf(leadStatus: number | undefined) {
	return ({ contact }: Contact) =>
		leadStatus === undefined || toRecord(contact.leadStatus)?.id === leadStatus;
}

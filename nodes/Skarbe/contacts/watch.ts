import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { openAsker, type Asker } from '../../shared/asker';
import { recordsIn } from '../../shared/operations/records';
import { timeIn, type Dated } from '../../shared/polling/cursor';
import { pollNews } from '../../shared/polling/news';
import { triggerSettings } from '../../shared/triggerSettings';
import { CONTACTS_PATH } from '../resources/contact';
import { vendor } from '../vendor';
import { shown } from './shown';
import { triggerFields } from './triggerFields';

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
export async function watchContacts(
	context: IPollFunctions,
): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, triggerFields);
	const asker = await openAsker(context, vendor, 'Watch contacts');
	return await pollNews(context, {
		scope: [context.getNode().credentials?.[vendor.credential]?.id, settings.event],
		overlapMs: OVERLAP_MS,
		read: async (since = Number.NEGATIVE_INFINITY) => {
			const contacts = await readContacts(asker);
			return contacts
				.filter(({ at }) => at >= since)
				.map(({ json, ...rest }) => ({ ...rest, json: shown(json, settings.simplify) }));
		},
		hintWhenEmpty: 'Skarbe has no contacts: create one there, then try again',
	});
}

/** @throws NodeApiError for an answer that is no list, or one without times */
async function readContacts(asker: Asker): Promise<Dated[]> {
	const answer = await asker.send({ method: 'GET', path: CONTACTS_PATH });
	const records = recordsIn(answer, []);
	if (!records) throw asker.unexpected(answer, 'it holds no list of contacts');
	const dated = records.flatMap(datedOf);
	// One contact without a time is passed over, since it cannot be told from an old one. When all
	// are, the trigger would be silent for ever.
	if (dated.length === 0 && records.length > 0) {
		throw asker.unexpected(answer, "its contacts hold no 'createdAt'");
	}
	return dated;
}

function datedOf(json: IDataObject): Dated[] {
	const at = timeIn(json.createdAt);
	return at === undefined ? [] : [{ key: String(json.id), at, json }];
}

import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { openAsker, type Asker } from '../../shared/asker';
import type { InputOf } from '../../shared/field';
import { recordsIn } from '../../shared/operations/records';
import { timeIn, type Dated } from '../../shared/polling/cursor';
import { printOf } from '../../shared/polling/print';
import { pollWindows, type Window } from '../../shared/polling/windows';
import { triggerSettings } from '../../shared/triggerSettings';
import { shown } from '../contacts/shown';
import { vendor } from '../vendor';
import { triggerFields } from './triggerFields';

/** What is allowed for late records and for clocks that differ. */
const OVERLAP_MS = 10 * 60 * 1000;
/** The lists are not paged: after a long pause they are read day by day. */
const LONGEST_WINDOW_MS = 24 * 60 * 60 * 1000;

type Settings = InputOf<typeof triggerFields>;

const LISTS = {
	contactUpdated: { path: '/integrations/v1/contacts', key: 'contacts' },
	messageUpdated: { path: '/integrations/v1/messages', key: 'messages' },
} as const;

/**
 * One poll of the GrowthGenius Trigger: emits what was created or changed since the last one.
 *
 * The lists of contacts and messages take from and to and give what was updated between them
 * (GrowthGenius API Reference, "Get All Contacts", "Get All Messages"). A contact tells when that
 * was, in updated_at. A message does not, so that its content is what tells whether it is still the
 * one that was emitted.
 *
 * @returns the items of what changed, or null
 * @throws NodeOperationError for wrong parameters, NodeApiError when the list cannot be read
 */
export async function watchUpdates(
	context: IPollFunctions,
): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, triggerFields);
	const { key } = LISTS[settings.event];
	const asker = await openAsker(context, vendor, `Watch ${key}`);
	return await pollWindows(context, {
		scope: [context.getNode().credentials?.[vendor.credential]?.id, settings.event],
		overlapMs: OVERLAP_MS,
		longestMs: LONGEST_WINDOW_MS,
		read: async (window) => await readUpdates(asker, settings, window),
		hintWhenEmpty: `GrowthGenius has no ${key} that were updated within a year: create or change one, then try again`,
	});
}

async function readUpdates(asker: Asker, settings: Settings, window: Window): Promise<Dated[]> {
	const { path, key } = LISTS[settings.event];
	const query = { from: isoOf(window.from), to: isoOf(window.to) };
	const answer = await asker.send({ method: 'GET', path, query });
	const records = recordsIn(answer, [key]);
	if (!records) throw asker.unexpected(answer, `it holds no list of ${key}`);
	return records.map((record) => datedOf(record, settings, window));
}

function isoOf(ms: number): string {
	return new Date(ms).toISOString();
}

function datedOf(record: IDataObject, settings: Settings, window: Window): Dated {
	const at = timeIn(record.updated_at);
	const version = at === undefined ? printOf(record) : String(at);
	const json = settings.simplify ? shown(record, true) : record;
	return { key: String(record.id), version, at: at ?? window.to, json };
}

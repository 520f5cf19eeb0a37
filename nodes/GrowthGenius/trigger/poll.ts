import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { InputOf } from '../../shared/form/field';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { recordsOf } from '../../shared/lists/records';
import { timeIn, type TimedRecord } from '../../shared/polling/cursor';
import { fingerprintOf } from '../../shared/polling/fingerprint';
import { pollTimeWindows, type Window } from '../../shared/polling/timeWindows';
import { openClient, type Client } from '../../shared/transport/client';
import { contactOutput } from '../resources/contact/output';
import { vendor } from '../vendor';
import { triggerFields } from './fields';

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
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, triggerFields);
	const { key } = LISTS[settings.event];
	const client = await openClient(context, vendor, `Watch ${key}`);
	return await pollTimeWindows(context, {
		scope: [context.getNode().credentials?.[vendor.credential]?.id, settings.event],
		overlapMs: OVERLAP_MS,
		longestMs: LONGEST_WINDOW_MS,
		read: async (window) => await readUpdates(client, settings, window),
		hintWhenEmpty: `GrowthGenius has no ${key} that were updated within a year: create or change one, then try again`,
	});
}

async function readUpdates(
	client: Client,
	settings: Settings,
	window: Window,
): Promise<TimedRecord[]> {
	const { path, key } = LISTS[settings.event];
	const query = { from: isoOf(window.from), to: isoOf(window.to) };
	const answer = await client.send({ method: 'GET', path, query });
	const records = recordsOf(client, answer, [key], key);
	return records.map((record) => timedOf(record, settings, window));
}

function isoOf(ms: number): string {
	return new Date(ms).toISOString();
}

function timedOf(record: IDataObject, settings: Settings, window: Window): TimedRecord {
	const at = timeIn(record.updated_at);
	const version = at === undefined ? fingerprintOf(record) : String(at);
	const json = settings.simplify ? contactOutput(record, true) : record;
	return { key: String(record.id), version, at: at ?? window.to, json };
}

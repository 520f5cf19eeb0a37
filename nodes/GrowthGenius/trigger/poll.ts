import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { InputOf } from '../../shared/form/field';
import { settingsOf } from '../../shared/form/options';
import { triggerSettings } from '../../shared/form/triggerSettings';
import { recordsOf } from '../../shared/lists/records';
import { fingerprintOf } from '../../shared/polling/fingerprint';
import { openPollClient } from '../../shared/polling/pollClient';
import type { TimedRecord } from '../../shared/polling/standing';
import { timeIn } from '../../shared/polling/times';
import { pollTimeWindows, type Window } from '../../shared/polling/timeWindows';
import { isTooMuch } from '../../shared/polling/tooMuch';
import type { Client } from '../../shared/transport/client';
import { textOf } from '../../shared/values/text';
import { credentialIdOf } from '../../shared/vendor';
import { contactOutput } from '../resources/contact/output';
import { vendor } from '../vendor';
import { triggerFields } from './fields';

/** What is allowed for records that show up late. */
const OVERLAP_MS = 10 * 60 * 1000;
/** The lists are not paged: after a long pause they are read day by day. */
const LONGEST_WINDOW_MS = 24 * 60 * 60 * 1000;
/** A window that the vendor cannot give is asked for in halves, not again, ... */
const MOST_REPEATS = 0;
/** ... and one that takes too long leaves time for that in the same poll. */
const SHARE_OF_POLL = 0.25;

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
	const sending = settingsOf(settings);
	const client = await openPollClient(context, vendor, `Watch ${key}`, sending);
	return await pollTimeWindows(context, {
		scope: [credentialIdOf(context.getNode(), vendor), settings.event],
		overlapMs: OVERLAP_MS,
		longestMs: LONGEST_WINDOW_MS,
		now: () => client.vendorNow,
		read: async (window, leftMs) => {
			const timeoutMs = Math.min(sending.timeoutMs, Math.max(1_000, leftMs * SHARE_OF_POLL));
			const impatient = client.with({ timeoutMs, maxFaultRepeats: MOST_REPEATS });
			return await readUpdates(impatient, settings, window);
		},
		isTooMuch,
		isWanted: filterOf(settings),
		hintWhenEmpty: `GrowthGenius has no ${key} that were updated within a year: create or change one, then try again`,
	});
}

async function readUpdates(client: Client, settings: Settings, window: Window): Promise<Update[]> {
	const { path, key } = LISTS[settings.event];
	const query = { from: isoOf(window.from), to: isoOf(window.to) };
	const answer = await client.send({ method: 'GET', path, query });
	const records = recordsOf(client, answer, [key], key);
	return records.map((record) => updateOf(record, settings, window));
}

function isoOf(ms: number): string {
	return new Date(ms).toISOString();
}

/** A record with what it is beside its output, which may be simplified. */
interface Update extends TimedRecord {
	readonly record: IDataObject;
}

function updateOf(record: IDataObject, settings: Settings, window: Window): Update {
	const at = timeIn(record.updated_at);
	const version = at === undefined ? fingerprintOf(record) : String(at);
	const json = settings.simplify ? contactOutput(record, true) : record;
	return { key: String(record.id), version, at: at ?? window.to, json, record };
}

/** Whether an update is what the user wants to start on. */
function filterOf({ contactFilters = [], messageFilters = [] }: Settings) {
	const filters = [...contactFilters, ...messageFilters];
	return ({ record }: Update) =>
		filters.every(({ field, value }) => isSame(textOf(record[field]), value));
}

function isSame(one: string | undefined, other: string): boolean {
	return one?.trim().toLowerCase() === other.trim().toLowerCase();
}

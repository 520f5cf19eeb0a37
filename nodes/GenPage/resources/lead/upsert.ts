import type { INodeExecutionData } from 'n8n-workflow';
import { documented } from '../../../shared/operations/answer';
import { checkEntries, sendBatches } from '../../../shared/operations/batch';
import { rehearse } from '../../../shared/operations/rehearsal';
import { isDry } from '../../../shared/form/options';
import type { Matched } from '../../../shared/meaning/matches';
import type { Names } from '../../../shared/meaning/names';
import { clientsOf } from '../../../shared/run/clients';
import type { Operation } from '../../../shared/run/operation';
import type { Run } from '../../../shared/run/run';
import type { Client } from '../../../shared/transport/client';
import { noteSentJobs } from '../job/sentJobs';
import { asksForWorkspace, onlyWorkspace, workspaceOf } from '../workspace/onlyWorkspace';
import { isDocumented, withoutAnswer } from './columns';
import { isByMeaning, sendsUnknown, upsertFields, type UpsertInput } from './fields';
import { isUpdate, type LeadValues } from './identity';
import {
	asksForVariables,
	knownVariables,
	newColumnHints,
	onlyDocumented,
	onlyKnown,
	onlyMeant,
} from './newColumns';
import {
	jobReceipt,
	jobsLeft,
	outputJobs,
	pagesHint,
	type LeadItem,
	type UpsertedBatch,
} from './output';
import { leadEntry, meantEntry } from './values';

/** GenPage API documentation, "Upsert leads". */
const row = {
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update lead',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	method: 'POST',
	path: '/api/external/v1/leads/upsert-leads',
	fields: upsertFields,
	check(input: UpsertInput, item: INodeExecutionData, match: (names: Names) => Matched) {
		if (isByMeaning(input)) return meantEntry(match);
		const isAuto = input.columns.mode === 'autoMapInputData';
		return leadEntry(input, isAuto ? withoutAnswer(item) : item);
	},
	asksFirst: (input: UpsertInput) => [...asksForWorkspace(input), ...asksForVariables(input)],
	body: (input: UpsertInput, leads: readonly LeadValues[]) => ({
		from: input.from ?? 'n8n',
		workspace_id: input.workspaceId,
		campaign_id: input.campaignId,
		audience_id: input.audienceId,
		leads: leads.map((values) => ({ values })),
	}),
	listKey: 'leads',
	// Whether an email finds an existing lead is not documented: where a lead may be new, a batch whose
	// answer was lost is not sent again.
	repeat: (leads: readonly LeadValues[]) => (leads.every(isUpdate) ? 'always' : 'afterFailure'),
	answer: documented({ key: 'job_id' }),
	receipt: jobReceipt,
} as const;

/** Lead > Create or Update: batches, each of them a job at GenPage. */
export const upsert: Operation = {
	...row,
	prepare(run: Run, items: readonly number[]) {
		const entries = checkEntries(run, row, items);
		return async () => {
			const open = clientsOf(run, row);
			const ready = await completed(run, open, await rehearse(run, row, entries.map(asShown)));
			const known = await knownVariables(open, ready);
			const taken: UpsertedBatch[] = [];
			await sendBatches(run, row, ready, taken)
				.finally(() => {
					noteSentJobs(run.context, jobsLeft(taken));
				})
				.catch(async (error: unknown) => {
					// The next try of Retry On Fail sends only the rest: these have their output from this one.
					if (run.isRetried) await outputJobs(run, taken).catch(() => {});
					throw error;
				});
			await outputJobs(run, taken);
			run.context.addExecutionHints(...newColumnHints(taken, known), ...pagesHint(run, taken));
		};
	},
};

/** A dry item is shown without what would be sent only if it is a variable. */
function asShown(entry: LeadItem): LeadItem {
	const { input, payload } = entry;
	const isLess = isDry(input) && isByMeaning(input) && !sendsUnknown(input);
	return isLess ? { ...entry, payload: onlyDocumented(payload) } : entry;
}

/**
 * Items with what only GenPage knows filled in, before the first of them is sent. Those for which it
 * cannot be had become error items.
 *
 * @throws the error where the run must not go on
 */
async function completed(
	run: Run,
	open: ReturnType<typeof clientsOf>,
	entries: readonly LeadItem[],
): Promise<LeadItem[]> {
	const ready: LeadItem[] = [];
	for (const entry of entries) {
		const { item, input } = entry;
		if (input.workspaceId !== undefined && !isFiltered(entry)) {
			ready.push(entry);
			continue;
		}
		try {
			const whole = await complete(await open([item], input), entry);
			run.matching.alsoSent(Object.keys(whole.payload).filter((name) => !isDocumented(name)));
			ready.push(whole);
		} catch (error) {
			run.outcome.fail({ items: [item], error });
		}
	}
	return ready;
}

/** Whether some of an item's values are sent only if GenPage knows them. */
function isFiltered({ input, payload }: LeadItem): boolean {
	if (sendsUnknown(input)) return false;
	return !isByMeaning(input) || !Object.keys(payload).every(isDocumented);
}

/**
 * The newer documents want the workspace in an upsert, the older one does not have it: it is sent
 * where it can be found, and left out where GenPage has no list to find it in.
 */
async function complete(client: Client, entry: LeadItem): Promise<LeadItem> {
	const { input, payload } = entry;
	const { waitForCompletion } = input.options;
	if (isFiltered(entry) && !isByMeaning(input)) {
		const workspaceId = await workspaceOf(client, input.workspaceId);
		const known = await onlyKnown(client, workspaceId, payload);
		return { ...entry, input: { ...input, workspaceId }, payload: known };
	}
	const workspaceId = waitForCompletion
		? await workspaceOf(client, input.workspaceId)
		: (input.workspaceId ?? (await onlyWorkspace(client)));
	const known = isFiltered(entry) ? await onlyMeant(client, workspaceId, payload) : payload;
	return { ...entry, input: { ...input, workspaceId }, payload: known };
}

import { field } from '../../../../shared/form/field';
import { writeOptions } from '../../../../shared/form/options';
import { amount, yesNo } from '../../../../shared/form/schema';
import { simplify } from '../../../../shared/form/simplify';
import { checkEntries, sendBatches } from '../../../../shared/operations/batch';
import { rehearse } from '../../../../shared/operations/rehearsal';
import type { Operation } from '../../../../shared/run/operation';
import type { Run } from '../../../../shared/run/run';
import { asksForUsage, stopIfUsageIsTooLow, withinUsage } from '../../usage/enough';
import { batchSize, uploadFields } from '../fields';
import { asksForRecords, presenceOf, skipRecordsInCampaign } from '../present';
import { uploadBody, uploading } from '../upload';
import type { RecordValues } from '../values';
import { Wait, type WaitInput } from './wait';

/** What only Upload and Wait can be told. */
const waitOptions = [
	field(
		{
			displayName: 'Allow Private Resume Address',
			name: 'allowPrivateAddress',
			type: 'boolean',
			default: false,
			description:
				"Whether to upload although n8n's own address is on localhost or in a private network, where LeadGenius cannot call it to wake the execution up. Only right when something hands its calls on.",
		},
		yesNo(false),
	),
	field(
		{
			displayName: 'Limit Wait Time (Hours)',
			name: 'limitWaitTime',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'How long to wait for LeadGenius at most. When the time is over, n8n goes on with the input items as they are, and the next execution may have the campaign. 0 is no limit.',
		},
		amount({ min: 0, default: 0 }),
	),
	field(
		{
			displayName: 'Own Campaign per Run',
			name: 'ownCampaignPerRun',
			type: 'boolean',
			default: false,
			description:
				"Whether to upload to a new campaign for each execution: the Campaign Slug with the execution's ID behind it, e.g. acme-2026-1234. Executions that wait at the same time then do not meet in one campaign, which tells only one of them. Leave it off for a campaign made in Dashboard.",
		},
		yesNo(false),
	),
	field(
		{
			displayName: 'Replace Existing Webhook',
			name: 'replaceWebhook',
			type: 'boolean',
			default: false,
			description:
				'Whether to take the campaign over although another execution seems to wait for it. That one is not woken up any more. Not needed after one that was stopped or whose time limit is over.',
		},
		yesNo(false),
	),
	simplify,
] as const;

const row = {
	...uploading,
	value: 'uploadAndWait',
	name: 'Upload and Wait',
	action: 'Upload record and wait',
	description:
		'Send records to be enriched and go on when LeadGenius has finished them, which may take days. The execution sleeps in the database meanwhile.',
	fields: [
		...uploadFields,
		writeOptions(batchSize, stopIfUsageIsTooLow, skipRecordsInCampaign, ...waitOptions),
	],
	notForAgents: {
		because: 'LeadGenius may take days, and an agent cannot sleep',
		fix: "Choose 'Upload', and let the LeadGenius Trigger handle the finalized records",
	},
} as const;

/** Has items go to campaigns of the execution's own where they say so. */
function inOwnCampaigns<Item extends { readonly input: WaitInput }>(
	entries: readonly Item[],
	executionId: string,
): Item[] {
	// Items that share an input go on sharing one: so they are told apart at no cost.
	const own = new Map<WaitInput, WaitInput>();
	return entries.map((entry) => {
		const { input } = entry;
		if (!input.options.ownCampaignPerRun) return entry;
		const campaignSlug = `${input.campaignSlug}-${executionId}`;
		const changed = own.get(input) ?? { ...input, campaignSlug };
		own.set(input, changed);
		return { ...entry, input: changed };
	});
}

/** What LeadGenius is asked before an item is sent, in words. */
function asksFirst(input: WaitInput): string[] {
	const told = 'where the campaign sends its notifications, which will be to this execution';
	const own = input.options.ownCampaignPerRun ? [] : [told];
	return [...own, ...asksForRecords(input), ...asksForUsage(input)];
}

/** Upload and Wait: the design's "Waiting for other people's work". */
export const uploadAndWait: Operation = {
	...row,
	prepare(run: Run, items: readonly number[]) {
		const wait = new Wait(run, row);
		const sending = {
			...row,
			body: (input: WaitInput, records: readonly RecordValues[]) =>
				uploadBody(input, records, wait.resumeUrl),
		};
		// Without the execution's address: whoever has it can wake the execution up.
		const rehearsed = {
			...row,
			asksFirst,
			body: (input: WaitInput, records: readonly RecordValues[]) =>
				uploadBody(input, records, undefined),
		};
		const checked = inOwnCampaigns(checkEntries(run, sending, items), run.context.getExecutionId());
		return async () => {
			const entries = await rehearse(run, rehearsed, await wait.callable(checked));
			const send = async () => {
				const { missing, present } = await presenceOf(run, row, await wait.open(entries));
				const within = await withinUsage(run, row, missing);
				return { taken: await sendBatches(run, sending, within), present };
			};
			const { taken, present } = await send().catch(async (error: unknown) => {
				await wait.giveUp();
				throw error;
			});
			run.afterAll(async () => await wait.sleep(taken, present));
		};
	},
};

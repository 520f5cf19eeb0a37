// The five triggers, each as a workflow of its own, and the news that they start on.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workflow } from '../../host/workflow.mts';
import type { SandboxProcess, SandboxState } from '../../sandbox/client.mts';
import { chain, node } from '../e2e/support/chain.mts';
import { uploadAccounts } from '../e2e/support/leadGenius.mts';
import { EVERY_FIVE_SECONDS } from '../e2e/support/poll.mts';
import type { Sink } from './sink.mts';
import { doOver } from './until.mts';

/** The campaign that LeadGenius Trigger watches. */
export const NEWS = 'news';

/** What a hanging vendor may cost. */
export const IMPATIENT = { requestTimeout: 5, maxRetryWait: 20 };

/** A trigger, and what tells its news from each other. */
export interface Watched {
	/** Of the trigger, and of its place in the sink. */
	readonly type: string;
	readonly version: number;
	readonly parameters: object;
	/** What is put out of an item, as an expression. */
	readonly key: string;
	/** The records that it is to put out, by what comes first in their keys. */
	readonly records: (state: SandboxState) => ReadonlyArray<string | number>;
}

const ids = (records: ReadonlyArray<{ readonly id: string | number }>) =>
	records.map(({ id }) => id);

export const WATCHED: readonly Watched[] = [
	{
		type: 'genPageTrigger',
		version: 2,
		parameters: { event: 'jobFinished', jobs: 'credential' },
		key: '[item.json.job_id]',
		records: ({ genPage }) => genPage.jobs.map(({ job_id }) => job_id),
	},
	{
		type: 'genizizTrigger',
		version: 1,
		parameters: { event: 'leadCreated' },
		key: '[item.json.id]',
		records: ({ geniziz }) => ids(geniziz.leads),
	},
	{
		type: 'growthGeniusTrigger',
		version: 1,
		parameters: { event: 'contactUpdated' },
		key: '[item.json.id, item.json.updated_at]',
		records: ({ growthGenius }) => ids(growthGenius.contacts),
	},
	{
		type: 'skarbeTrigger',
		version: 1,
		parameters: { event: 'contactCreated' },
		key: '[item.json.id]',
		records: ({ skarbe }) => ids(skarbe.contacts),
	},
	{
		type: 'leadGeniusTrigger',
		version: 2,
		parameters: { campaignSlug: NEWS },
		key: '[item.json.id]',
		records: ({ leadGenius }) =>
			ids(leadGenius.campaigns.find(({ slug }) => slug === NEWS)?.records ?? []),
	},
];

/** Its workflow: what comes is put out at once. */
export function triggerWorkflow({ type, version, parameters, key }: Watched, sink: Sink): Workflow {
	const polls = type === 'leadGeniusTrigger' ? {} : { pollTimes: EVERY_FIVE_SECONDS };
	const its = { ...polls, ...parameters, options: IMPATIENT };
	const trigger = node('Trigger', `n8n-nodes-outbound.${type}`, 0, its);
	return chain(type, [
		{ ...trigger, typeVersion: version, webhookId: `long-${type}` },
		sink.node(type, 1, key),
	]);
}

/** Makes news all the time; that of GenPage Trigger are the jobs that operations send. */
export async function makeNews(sandbox: SandboxProcess, signal: AbortSignal): Promise<void> {
	const { geniziz, growthGenius, skarbe, url, leadGeniusSecondKey: leadGeniusKey } = sandbox;
	await Promise.all([
		doOver(signal, 2_000, async (turn) => {
			await geniziz.make('leads', [{ name: `News ${turn}` }]);
		}),
		doOver(signal, 2_000, async (turn) => {
			await growthGenius.contacts.make({ values: { first_name: `News ${turn}` } });
		}),
		doOver(signal, 4_000, async (turn) => {
			await skarbe.contacts.make({ values: { firstName: `News ${turn}` } });
		}),
		doOver(signal, 5_000, async (turn) => {
			// A fault may hit it, and it may hang: what LeadGenius has in the end is what counts.
			const upload = uploadAccounts({ url, leadGeniusKey }, NEWS, 5, turn * 5).catch(() => {});
			await Promise.race([upload, sleep(5_000)]);
		}),
	]);
}

import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { TakenBatch } from '../../../../shared/operations/batch';
import type { BatchItem } from '../../../../shared/operations/grouping';
import { idOf } from '../../../../shared/lists/known';
import { clientsOf } from '../../../../shared/run/clients';
import type { OperationInfo } from '../../../../shared/run/operation';
import type { Run } from '../../../../shared/run/run';
import type { Client } from '../../../../shared/transport/client';
import { groupBy } from '../../../../shared/values/groups';
import { giveBack } from '../../../../shared/webhooks/address';
import { borrow, noteSleep, release, takeOver } from '../../../../shared/webhooks/borrowers';
import {
	bareAddress,
	executionAt,
	keep,
	resumeUrlOf,
	tokenPrintOf,
} from '../../../../shared/webhooks/sleep';
import { campaignAddress } from '../../campaign/webhookUrl';
import type { UploadInput } from '../fields';
import { keysOf } from '../identity';
import type { PresentItem } from '../present';
import { isFinalized, recordOutput } from '../retrieve';
import { recordIdsIn } from '../upload';
import type { RecordValues } from '../values';
import { requireOwnKey, requireReach } from './callable';
import { finishedNow, type Watched } from './finished';
import { addressKey, recordName, WAITING, type Waiting } from './state';

const HOUR_MS = 60 * 60 * 1000;

/** What the wait needs of an upload's input. */
export type WaitInput = UploadInput & {
	readonly options: {
		readonly allowPrivateAddress: boolean;
		readonly limitWaitTime: number;
		readonly ownCampaignPerRun: boolean;
		readonly replaceWebhook: boolean;
		readonly simplify: boolean;
		readonly skipRecordsInCampaign: boolean;
	};
};

type WaitItem = BatchItem<WaitInput, RecordValues>;
type WaitBatch = TakenBatch<WaitInput, RecordValues>;
type Present = PresentItem<WaitItem>;

/** A campaign that records go to. */
interface Opened {
	/** Asks for it, and borrows its address. */
	readonly client: Client;
	/** Where it sent its notifications before; undefined when LeadGenius does not tell. */
	readonly before: string | undefined;
}

/** One execution's wait for LeadGenius: from before its first upload to its sleep. */
export class Wait {
	/** The execution's own address. */
	readonly resumeUrl: string;
	private readonly since = new Date().toISOString();
	/** The campaigns that records go to, by slug. */
	private readonly opened = new Map<string, Opened>();
	private readonly clientFor: ReturnType<typeof clientsOf>;

	constructor(
		private readonly run: Run,
		info: OperationInfo,
	) {
		this.resumeUrl = resumeUrlOf(run.context);
		this.clientFor = clientsOf(run, info);
	}

	/**
	 * Looks whether LeadGenius could wake the execution up. It is not asked for that.
	 *
	 * @returns the items for which it could; the others have become error items
	 * @throws NodeOperationError where a failure ends the run
	 */
	async callable<Item extends WaitItem>(entries: readonly Item[]): Promise<readonly Item[]> {
		return await this.byCampaign(entries, async (client, _, { options }) => {
			await requireOwnKey(this.run, client);
			if (!options.allowPrivateAddress) requireReach(client, this.resumeUrl);
		});
	}

	/**
	 * Looks where the campaigns of some items send their notifications before the execution takes
	 * them.
	 *
	 * @returns the items whose campaigns can be waited for; the others have become error items
	 * @throws NodeApiError, NodeOperationError where a failure ends the run
	 */
	async open<Item extends WaitItem>(entries: readonly Item[]): Promise<readonly Item[]> {
		return await this.byCampaign(entries, this.openCampaign.bind(this));
	}

	/** @returns the items whose campaigns did not fail */
	private async byCampaign<Item extends WaitItem>(
		entries: readonly Item[],
		work: (client: Client, slug: string, input: WaitInput) => Promise<void>,
	): Promise<readonly Item[]> {
		const good = new Set<string>();
		for (const [slug, own] of groupBy(entries, ({ input }) => input.campaignSlug)) {
			const [first] = own;
			const items = own.map(({ item }) => item);
			const ask = async () => {
				const client = await this.clientFor(items, first?.input);
				const named = client.for('Borrow the address of the campaign');
				if (first) await work(named, slug, first.input);
				good.add(slug);
			};
			await ask().catch((error: unknown) => {
				this.run.outcome.fail({ items, error });
			});
		}
		return entries.filter(({ input }) => good.has(input.campaignSlug));
	}

	/** @throws NodeOperationError when another execution waits for the campaign: it tells one address only */
	private async openCampaign(client: Client, slug: string, input: WaitInput): Promise<void> {
		if (input.options.ownCampaignPerRun) {
			this.opened.set(slug, { client, before: undefined });
			return;
		}
		const before = await campaignAddress(client, slug).read();
		const wish = { key: this.keyOf(slug), resumeUrl: this.resumeUrl, told: before };
		const other = input.options.replaceWebhook
			? takeOver(wish)
			: await borrow(this.run.context, wish);
		if (other !== undefined) {
			throw client.gaveUp(
				`Another execution is waiting for the campaign '${slug}'`,
				`A campaign tells one address only which records are finalized, now that of execution ${other}. Switch on 'Own Campaign per Run' in Options, so that each execution has a campaign of its own. Or stop execution ${other} in n8n, and if that does not help, since it has crashed, switch on 'Replace Existing Webhook'.`,
			);
		}
		// Who needs an address no more does not get it back.
		const isOther = executionAt(before ?? '', this.resumeUrl) !== undefined;
		this.opened.set(slug, { client, before: isOther ? '' : before });
	}

	private keyOf(slug: string): string {
		return addressKey(this.run.context, slug);
	}

	/**
	 * Gives campaigns back that the execution will not wait for: what failed may have been taken. A
	 * failure is left alone: the records are what the execution waits for.
	 */
	async giveUp(isWaitedFor: (slug: string) => boolean = () => false): Promise<void> {
		const isOwn = (url: string) => url === this.resumeUrl;
		for (const [slug, { client, before }] of this.opened) {
			if (isWaitedFor(slug)) continue;
			await giveBack(campaignAddress(client, slug), isOwn, before).catch(() => {});
			release(this.keyOf(slug), this.resumeUrl);
		}
	}

	/**
	 * Puts the execution to sleep, or outputs the records if all of them are done already.
	 *
	 * @param present what the campaigns had before, and what was not sent
	 */
	async sleep(taken: readonly WaitBatch[], present: readonly Present[]): Promise<void> {
		this.outputFinished(present);
		const awaited = present.filter(({ record }) => !isFinalized(record));
		const inputs = [...taken, ...awaited.map(({ entry }) => entry)].map(({ input }) => input);
		const slugs = new Set(inputs.map(({ campaignSlug }) => campaignSlug));
		await this.giveUp((slug) => slugs.has(slug));
		const [first] = inputs;
		if (!first) return;
		const { limitWaitTime, simplify } = first.options;
		await this.listenTo(slugs, taken);
		const watched = this.watch(taken, present);
		const done = await finishedNow(watched);
		if (done) {
			const output = done.map(({ json, items }) => ({ json: recordOutput(json, simplify), items }));
			this.run.outcome.add(output);
			await this.giveUp();
			return;
		}
		const { context, outcome } = this.run;
		const waiting: Waiting = {
			resumeUrl: bareAddress(this.resumeUrl),
			tokenPrint: await tokenPrintOf(this.resumeUrl),
			campaigns: watched.map(({ campaign }) => campaign),
			simplify,
			items: context.getInputData().length,
			made: outcome.items(),
		};
		keep(context, WAITING, waiting);
		await context.putExecutionToWait(
			limitWaitTime > 0 ? new Date(Date.now() + limitWaitTime * HOUR_MS) : WAIT_INDEFINITELY,
		);
		for (const slug of slugs) noteSleep(this.keyOf(slug));
	}

	/** Outputs those that LeadGenius has finished. */
	private outputFinished(present: readonly Present[]): void {
		const finished = present.filter(({ record }) => isFinalized(record));
		this.run.outcome.add(
			finished.map(({ entry: { item, input }, record }) => ({
				json: recordOutput(record, input.options.simplify),
				items: [item],
			})),
		);
	}

	/** Has campaigns tell this execution to which nothing was sent: an upload says so itself. */
	private async listenTo(slugs: ReadonlySet<string>, taken: readonly WaitBatch[]): Promise<void> {
		const told = new Set(taken.map(({ input }) => input.campaignSlug));
		for (const slug of slugs) {
			const opened = this.opened.get(slug);
			if (opened && !told.has(slug))
				await campaignAddress(opened.client, slug).write(this.resumeUrl);
		}
	}

	private watch(taken: readonly WaitBatch[], present: readonly Present[]): Watched[] {
		const bySlug = new Map<string, Watched>();
		for (const [slug, { client, before }] of this.opened) {
			const campaign = { slug, since: this.since, before, sent: [], done: [] };
			bySlug.set(slug, { campaign, client });
		}
		for (const { input, entries, answer } of taken) {
			const ids = recordIdsIn(answer, entries.length);
			entries.forEach(({ item, payload }, place) => {
				const sent = { item, id: ids?.[place], keys: keysOf(payload) };
				bySlug.get(input.campaignSlug)?.campaign.sent.push(sent);
			});
		}
		for (const { entry, record } of present) {
			const { item, input, payload } = entry;
			const campaign = bySlug.get(input.campaignSlug)?.campaign;
			if (isFinalized(record)) campaign?.done.push(recordName(record));
			else campaign?.sent.push({ item, id: idOf(record), keys: keysOf(payload) });
		}
		return [...bySlug.values()].filter(({ campaign }) => campaign.sent.length > 0);
	}
}

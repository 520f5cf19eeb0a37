import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';
import type { Sent } from '../../shared/operations/sendBatches';
import type { Linked } from '../../shared/outcome';
import type { Run } from '../../shared/run';
import { CancelledError } from '../../shared/transport/pause';
import { shown } from '../records/shown';
import type { Uploaded } from '../records/upload';
import type { RecordValues } from '../records/values';
import { addressBefore, giveBack } from './address';
import { finishedRecords } from './finished';
import { keysOf } from './link';
import { keepWaiting, type WaitingCampaign } from './state';

const HOUR_MS = 60 * 60 * 1000;

/** What the wait needs of an upload's input. */
interface WaitInput {
	readonly campaignSlug: string;
	readonly options: { readonly limitWaitTime: number; readonly simplify: boolean };
}

type SentBatch = Sent<WaitInput, RecordValues, Uploaded>;

/** Where a campaign sent its notifications before, and a way to ask for it. */
interface Opened {
	readonly before: Promise<string | undefined>;
	readonly call: Call;
}

/** A campaign that is waited for, and a way to ask for it. */
interface Watched {
	readonly campaign: WaitingCampaign;
	readonly call: Call;
}

/** One execution's wait for LeadGenius: from before its first upload to its sleep. */
export class Wait {
	/** The execution's own address. */
	readonly resumeUrl: string;
	private readonly since = new Date().toISOString();
	/** The campaigns that records go to, by slug. */
	private readonly opened = new Map<string, Opened>();

	constructor(private readonly run: Run) {
		this.resumeUrl = String(run.context.evaluateExpression('{{ $execution.resumeUrl }}', 0));
	}

	/** To be done before records go to a campaign. @throws when another execution waits for it */
	async open(slug: string, call: Call): Promise<void> {
		const known = this.opened.get(slug);
		const opened = known ?? { before: addressBefore(call, slug, this.resumeUrl), call };
		this.opened.set(slug, opened);
		await opened.before;
	}

	/** Gives campaigns back that the execution will not wait for: what failed may have been taken. */
	async giveUp(isWaitedFor: (slug: string) => boolean = () => false): Promise<void> {
		for (const [slug, { before, call }] of this.opened) {
			if (isWaitedFor(slug)) continue;
			await before.then(
				async (url) => await giveBack(call, { slug, before: url }, this.resumeUrl),
				() => {},
			);
		}
	}

	/** Puts the execution to sleep, or outputs the records if all of them are done already. */
	async sleep(sent: readonly SentBatch[]): Promise<void> {
		const slugs = new Set(sent.map(({ input }) => input.campaignSlug));
		await this.giveUp((slug) => slugs.has(slug));
		const [first] = sent;
		if (!first) return;
		const { limitWaitTime, simplify } = first.input.options;
		const watched = await this.watch(sent);
		const done = await finishedNow(watched);
		if (done) {
			this.run.outcome.add(done.map(({ json, items }) => ({ json: shown(json, simplify), items })));
			for (const { campaign, call } of watched) await giveBack(call, campaign, this.resumeUrl);
			return;
		}
		const { context, outcome } = this.run;
		keepWaiting(context, {
			resumeUrl: this.resumeUrl,
			campaigns: watched.map(({ campaign }) => campaign),
			simplify,
			items: context.getInputData().length,
			made: outcome.items(),
		});
		await context.putExecutionToWait(
			limitWaitTime > 0 ? new Date(Date.now() + limitWaitTime * HOUR_MS) : WAIT_INDEFINITELY,
		);
	}

	private async watch(sent: readonly SentBatch[]): Promise<Watched[]> {
		const bySlug = new Map<string, Watched>();
		for (const { input, members, answer, call } of sent) {
			const slug = input.campaignSlug;
			const known = bySlug.get(slug);
			const before = await this.opened.get(slug)?.before;
			const watched = known ?? { campaign: { slug, since: this.since, before, sent: [] }, call };
			members.forEach(({ item, payload }, place) => {
				watched.campaign.sent.push({ item, id: answer.ids?.[place], keys: keysOf(payload) });
			});
			bySlug.set(slug, watched);
		}
		return [...bySlug.values()];
	}
}

/** The records of all campaigns, undefined while one is at work or cannot be asked for. */
async function finishedNow(watched: readonly Watched[]): Promise<Linked[] | undefined> {
	const all: Linked[] = [];
	for (const { campaign, call } of watched) {
		const records = await finishedRecords(call, campaign).catch((error: unknown) => {
			// The records were taken: whether they are done can be found out later as well.
			if (error instanceof CancelledError) throw error;
			return undefined;
		});
		if (!records) return undefined;
		all.push(...records);
	}
	return all;
}

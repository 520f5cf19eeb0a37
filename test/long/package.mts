// The scene of the package: its five triggers, its operations, and what goes wrong.
import { storeCredential, withCredentials } from '../../demo/credentials.mts';
import type { Workflow } from '../../host/workflow.mts';
import type { SandboxState } from '../../sandbox/client.mts';
import { uploadAccounts } from '../e2e/support/leadGenius.mts';
import { makeFaults } from './faults.mts';
import type { Ledger } from './ledger.mts';
import { Load } from './load.mts';
import { operationWorkflows, WAITED } from './operations.mts';
import type { Place, Scene } from './scene.mts';
import { makeNews, NEWS, triggerWorkflow, WATCHED, type Watched } from './triggers.mts';
import { until } from './until.mts';
import { noneOf, type Verdict } from './verdict.mts';

const SETTLE_MS = 300_000;
/** The number of the account that is there before: none that news are made of. */
const FIRST = 1_000_000;

/** Sets the vendors up and stores the workflows. */
export async function packageScene(place: Place): Promise<Scene> {
	const { n8n, sandbox, credentials, sink } = place;
	await sandbox.reset({
		logBodies: false,
		leadsPerSecond: 20,
		leadGenius: {
			// LeadGenius takes hours. n8n answers what comes before an execution sleeps with 409: it is lost.
			recordsPerSecond: 3,
			// The node keeps the pace; the one that makes news keeps none.
			requestsPerMinute: 0,
			webhookRepeatEvery: 4,
			webhookShuffle: 7,
			webhookRetries: 20,
			webhookTimeoutMs: 30_000,
		},
	});
	// n8n publishes a trigger for a campaign that there is.
	const { url, leadGeniusKey } = sandbox;
	await uploadAccounts({ url, leadGeniusKey }, NEWS, 1, FIRST);
	// The triggers have 50 requests a minute for themselves.
	const data = { apiKey: sandbox.leadGeniusSecondKey, baseUrl: sandbox.url };
	const second = { name: 'LeadGenius, for operations', type: 'leadGeniusApi', data };
	const others = { ...credentials, leadGenius: await storeCredential(n8n, second) };
	const store = async (workflow: Workflow, its: typeof credentials) => {
		const [stored] = await n8n.importWorkflows([withCredentials(workflow, its)]);
		workflows.set(workflow.name, stored?.id ?? '');
	};
	const workflows = new Map<string, string>();
	for (const each of WATCHED) await store(triggerWorkflow(each, sink), credentials);
	for (const each of operationWorkflows(sink)) await store(each, others);
	return new PackageScene(place, workflows);
}

class PackageScene implements Scene {
	readonly workflows: ReadonlyMap<string, string>;
	private readonly place: Place;
	private readonly load: Load;
	/** What there was before, by the type of the trigger. */
	private readonly before = new Map<string, ReadonlySet<string | number>>();

	constructor(place: Place, workflows: ReadonlyMap<string, string>) {
		this.place = place;
		this.workflows = workflows;
		this.load = new Load(place.n8n, workflows);
	}

	async begin(): Promise<void> {
		const state = await this.place.sandbox.state();
		for (const each of WATCHED) this.before.set(each.type, new Set(each.records(state)));
	}

	async run(signal: AbortSignal): Promise<void> {
		const { sandbox } = this.place;
		await Promise.all([
			this.load.run(signal),
			makeNews(sandbox, signal),
			makeFaults(sandbox, signal),
		]);
	}

	/** What no faults spoil any more. */
	async settle(): Promise<void> {
		await until(async () => {
			const state = await this.place.sandbox.state();
			const isOut = WATCHED.every((each) => this.newsOf(each, state).missing.length === 0);
			return isOut && this.waits().asleep.length === 0;
		}, SETTLE_MS);
	}

	progress(): string {
		const { calls, failed, cancelled } = this.load;
		const emitted = WATCHED.map(({ type }) => `${type.replace('Trigger', '')} ${this.out(type)}`);
		return `${calls} calls (${failed} with errors), ${cancelled} stopped; news: ${emitted.join(', ')}`;
	}

	async verdicts(): Promise<Verdict[]> {
		const state = await this.place.sandbox.state();
		const { load } = this;
		const texts = (records: readonly object[], key: string): unknown[] =>
			records.map((record) => new Map<string, unknown>(Object.entries(record)).get(key));
		const { leads, jobs } = state.genPage;
		const uploaded = state.leadGenius.campaigns.find(({ slug }) => slug === 'load')?.records ?? [];
		const accounts = uploaded.map(({ sent }) => sent.org_record_id);
		const waits = this.waits();
		const known = new Set(jobs.map(({ job_id }) => job_id));
		return [
			...WATCHED.map((each) => this.verdictOn(each, state)),
			made('Geniziz: leads', load.leads, texts(state.geniziz.leads, 'name')),
			made(
				'GrowthGenius: contacts',
				load.contacts,
				texts(state.growthGenius.contacts, 'first_name'),
			),
			made('Skarbe: contacts', load.skarbe, texts(state.skarbe.contacts, 'firstName')),
			made('GenPage: leads', load.pages, texts(leads, 'email')),
			noneOf('GenPage: jobs', { unknown: [...load.jobs].filter((id) => !known.has(id)) }),
			made('LeadGenius: records', load.records, accounts),
			noneOf('LeadGenius: Upload and Wait', waits, `${load.waits.size} executions; `),
		];
	}

	private verdictOn(each: Watched, state: SandboxState): Verdict {
		const { missing, twice } = this.newsOf(each, state);
		return noneOf(each.type, { missing, twice }, `${this.out(each.type)} put out; `);
	}

	/** What a trigger has not put out, and what it has more than once. */
	private newsOf(each: Watched, state: SandboxState) {
		const counts = this.place.sink.of(each.type);
		const out = new Set([...counts.keys()].map((key) => key.split(/[[,\]]/)[1]));
		const before = this.before.get(each.type);
		// Of a job of which no answer came back nobody in n8n knows.
		const isDue = (id: string | number) =>
			each.type === 'genPageTrigger' ? this.load.jobs.has(String(id)) : !before?.has(id);
		const missing = each
			.records(state)
			.filter(isDue)
			.filter((id) => !out.has(JSON.stringify(id)));
		return { missing, twice: [...counts].filter(([, count]) => count > 1).map(([key]) => key) };
	}

	private out(type: string): number {
		return [...this.place.sink.of(type).values()].reduce((sum, count) => sum + count, 0);
	}

	/** The turns of Upload and Wait that have put out nothing, and the records that came twice. */
	private waits() {
		const counts = this.place.sink.of(WAITED);
		const turns = new Set([...counts.keys()].map((key) => Number(key.split(/[[,]/)[1])));
		const asleep = [...this.load.waits].filter((turn) => !turns.has(turn));
		const twice = [...counts].filter(([key, count]) => count > 1 && !key.endsWith('null]'));
		return { asleep, twice: twice.map(([key]) => key) };
	}
}

function made(what: string, ledger: Ledger, there: readonly unknown[]): Verdict {
	const { made: count, unsure, lost, twice } = ledger.balance(there);
	return noneOf(what, { lost, twice }, `${count} made, ${unsure} refused or deleted; `);
}

// 10,000 leads into GenPage: this node and n8n's HTTP Request node on the same items, in turn, in
// the same real n8n, against a sandbox that answers after 20 ms.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startN8n, type N8n } from '../host/n8n.mts';
import { packPackage } from '../host/pack.mts';
import type { Workflow, WorkflowNode } from '../host/workflow.mts';
import { spawnSandbox, type SandboxProcess } from '../sandbox/client.mts';
import { spreadOf } from './spread.mts';

const LEADS = 10_000;
const PAIRS = 5;
const LATENCY_MS = 20;
const UPSERT = '/api/external/v1/leads/upsert-leads';

const locator = (value: string) => ({ __rl: true, mode: 'id', value });

/** One of the two ways to send the leads. */
interface Contender {
	readonly label: string;
	readonly workflowId: string;
}

/** What one run of a contender showed. */
interface Measured {
	readonly ms: number;
	readonly requests: number;
	readonly inFlight: number;
}

const SENDER = 'Send';

function workflowOf(name: string, file: string, sender: WorkflowNode): Workflow {
	const at = (x: number): [number, number] => [x, 0];
	const next = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		name,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: at(0),
				parameters: {},
			},
			{
				name: 'Read',
				type: 'n8n-nodes-base.readWriteFile',
				typeVersion: 1,
				position: at(220),
				parameters: { fileSelector: file },
			},
			{
				name: 'Extract',
				type: 'n8n-nodes-base.extractFromFile',
				typeVersion: 1,
				position: at(440),
				parameters: { operation: 'csv', options: {} },
			},
			sender,
		],
		connections: { Start: next('Read'), Read: next('Extract'), Extract: next(SENDER) },
	};
}

function genPageNode(credential: { id: string; name: string }): WorkflowNode {
	return {
		name: SENDER,
		type: 'n8n-nodes-outbound.genPage',
		typeVersion: 1,
		position: [660, 0],
		credentials: { genPageApi: credential },
		parameters: {
			resource: 'lead',
			operation: 'upsert',
			workspaceId: locator('16'),
			campaignId: locator('1'),
			audienceId: locator('1'),
			columns: { mappingMode: 'autoMapInputData', value: null },
			options: {},
		},
	};
}

function httpRequestNode({ url, token }: SandboxProcess): WorkflowNode {
	const lead = '{ values: $json }';
	return {
		name: SENDER,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [660, 0],
		parameters: {
			method: 'POST',
			url: `${url}${UPSERT}`,
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${token}` }] },
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({ from: 'n8n', campaign_id: 1, audience_id: 1, leads: [${lead}] }) }}`,
			options: {},
		},
	};
}

function writeLeads(folder: string): string {
	const file = join(folder, 'leads.csv');
	const rows = Array.from(
		{ length: LEADS },
		(_, i) =>
			`lead-${i}@company-${i}.example,First ${i},Last ${i},Company ${i},company-${i}.example`,
	);
	const head = 'email,first_name,last_name,company_name,company_domain';
	writeFileSync(file, [head, ...rows].join('\n'));
	return file;
}

async function runOnce(n8n: N8n, sandbox: SandboxProcess, contender: Contender): Promise<Measured> {
	await sandbox.reset({ latencyMs: LATENCY_MS, leadsPerSecond: 0, logBodies: false });
	const execution = await n8n.run(contender.workflowId, { timeoutMs: 300_000 });
	const { total, maxInFlight } = await sandbox.summary();
	const stored = (await sandbox.state()).genPage.leads.length;
	if (execution.status !== 'success' || stored !== LEADS) {
		const why = execution.error?.message ?? 'no error';
		throw new Error(`${contender.label} stored ${stored} of ${LEADS} leads: ${why}`);
	}
	const [run] = execution.data[SENDER]?.runs ?? [];
	return { ms: run?.executionTimeMs ?? Number.NaN, requests: total, inFlight: maxInFlight };
}

/** Most memory of a fresh n8n that runs a contender once, in MB. */
async function memoryOf(n8n: N8n, sandbox: SandboxProcess, contender: Contender): Promise<number> {
	await n8n.restart();
	await runOnce(n8n, sandbox, contender);
	return Math.round(n8n.peakMemoryKb() / 1024);
}

async function compare(n8n: N8n, sandbox: SandboxProcess, ours: Contender, theirs: Contender) {
	const memory = [await memoryOf(n8n, sandbox, ours), await memoryOf(n8n, sandbox, theirs)];
	const pairs: Array<[Measured, Measured]> = [];
	for (let pair = 1; pair <= PAIRS; pair++) {
		const one = await runOnce(n8n, sandbox, ours);
		const other = await runOnce(n8n, sandbox, theirs);
		console.log(`  pair ${pair} of ${PAIRS}: ${one.ms} ms and ${other.ms} ms`);
		pairs.push([one, other]);
	}
	for (const [index, { label }] of [ours, theirs].entries()) {
		const runs = pairs.flatMap((pair) => pair[index] ?? []);
		console.log(
			`  ${label.padEnd(22)} node time ${spreadOf(runs.map(({ ms }) => ms))} ms, ` +
				`${runs[0]?.requests} requests, ${Math.max(...runs.map(({ inFlight }) => inFlight))} in flight at most, ` +
				`${memory[index]} MB peak`,
		);
	}
	const ratios = pairs.map(([one, other]) => other.ms / one.ms);
	console.log(`  ${ours.label} is ${spreadOf(ratios)} x faster (target: at least 20 x)`);
}

/** Prints the ratio with its spread, requests, most in flight and peak memory. */
export async function benchGenPage(): Promise<void> {
	console.log(`\n${LEADS} leads into GenPage, answers after ${LATENCY_MS} ms`);
	const folder = mkdtempSync(join(tmpdir(), 'outbound-bench-'));
	const file = writeLeads(folder);
	const sandbox = await spawnSandbox({ leadsPerSecond: 0, latencyMs: LATENCY_MS });
	const { tarball } = await packPackage();
	const n8n = await startN8n({ tarball, env: { N8N_RESTRICT_FILE_ACCESS_TO: folder } });
	try {
		const data = { apiToken: sandbox.token, baseUrl: sandbox.url };
		const [credential] = await n8n.importCredentials([
			{ name: 'GenPage', type: 'genPageApi', data },
		]);
		if (!credential) throw new Error('n8n did not store the credential');
		const [ours, theirs] = await n8n.importWorkflows([
			workflowOf('GenPage', file, genPageNode({ id: credential.id, name: credential.name })),
			workflowOf('HTTP Request', file, httpRequestNode(sandbox)),
		]);
		await compare(
			n8n,
			sandbox,
			{ label: 'GenPage', workflowId: ours?.id ?? '' },
			{ label: 'HTTP Request', workflowId: theirs?.id ?? '' },
		);
	} finally {
		await n8n.stop();
		await sandbox.stop();
		for (const path of [folder, dirname(tarball)]) rmSync(path, { recursive: true, force: true });
	}
}

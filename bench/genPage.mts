// 10,000 leads into GenPage: this node and n8n's HTTP Request node on the same items, in turn, in
// the same real n8n, against a sandbox that answers after 20 ms.
import type { CredentialRef, WorkflowNode } from '../host/workflow.mts';
import type { SandboxProcess } from '../sandbox/client.mts';
import { chain, itemsFrom, locator, MEASURED, node, ourNode } from './flow.mts';
import { people } from './people.mts';
import { LATENCY_MS, onStage, type Stage } from './stage.mts';
import { inTurn, ratioOf, runNodes, type Contender, type Measured } from './turns.mts';

const LEADS = 10_000;
const TURNS = 5;
const FIELDS = ['email', 'first_name', 'last_name', 'company_name', 'company_domain'] as const;
const UPSERT = '/api/external/v1/leads/upsert-leads';

function genPageNode(credential: CredentialRef): WorkflowNode {
	return ourNode('genPage', credential, {
		resource: 'lead',
		operation: 'upsert',
		workspaceId: locator('16'),
		campaignId: locator('1'),
		audienceId: locator('1'),
		columns: { mappingMode: 'autoMapInputData', value: null },
		options: {},
	});
}

function httpRequestNode({ url, token }: SandboxProcess): WorkflowNode {
	const lead = '{ values: $json }';
	return node(MEASURED, 'n8n-nodes-base.httpRequest', 4.2, {
		method: 'POST',
		url: `${url}${UPSERT}`,
		sendHeaders: true,
		headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${token}` }] },
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify({ from: 'n8n', campaign_id: 1, audience_id: 1, leads: [${lead}] }) }}`,
		options: {},
	});
}

async function upsert(stage: Stage, workflowId: string): Promise<Measured> {
	await stage.reset();
	const measured = await runNodes(stage, workflowId, [MEASURED]);
	const stored = (await stage.sandbox.state()).genPage.leads.length;
	if (stored !== LEADS) throw new Error(`Only ${stored} of ${LEADS} leads were stored`);
	return measured;
}

/** Most memory of a fresh n8n that runs a contender once, in MB. */
async function memoryOf({ n8n }: Stage, { label, run }: Contender): Promise<void> {
	await n8n.restart();
	await run(0);
	console.log(`  ${label.padEnd(24)} ${Math.round(n8n.peakMemoryKb() / 1024)} MB peak`);
}

/** Prints the ratio with its spread, requests, most in flight and peak memory. */
export async function benchGenPage(): Promise<void> {
	console.log(`\n${LEADS} leads into GenPage, answers after ${LATENCY_MS} ms`);
	await onStage(async (stage) => {
		const file = stage.csv('leads.csv', people(LEADS, FIELDS));
		const contender = async (label: string, sender: WorkflowNode): Promise<Contender> => {
			const id = await stage.workflow(chain(label, [...itemsFrom(file), sender]));
			return { label, run: () => upsert(stage, id) };
		};
		const { token } = stage.sandbox;
		const credential = await stage.credential('genPageApi', 'GenPage', { apiToken: token });
		const ours = await contender('GenPage', genPageNode(credential));
		const theirs = await contender('HTTP Request', httpRequestNode(stage.sandbox));
		for (const each of [ours, theirs]) await memoryOf(stage, each);
		const [times, others] = await inTurn(TURNS, [ours, theirs]);
		console.log(`  GenPage is ${ratioOf(others, times)} x faster (target: at least 20 x)`);
	});
}

// 20,000 leads out of Geniziz: the node beside n8n's HTTP Request node with its own pagination and
// Split Out, and beside a hand-written loop.
import type { CredentialRef, WorkflowNode } from '../../host/workflow.mts';
import type { SandboxProcess } from '../../sandbox/client.mts';
import { chain, MEASURED, node, ourNode, start } from '../flow.mts';
import type { Stage } from '../stage.mts';
import { inTurn, ratioOf, runNodes, type Measured } from '../turns.mts';
import { keyHeaders, LEADS_PATH, onlyLeads, PAGE, readByHand } from './leads.mts';
import { headerParameters } from './parameters.mts';

const LEADS = 20_000;
const TURNS = 5;
const SPLIT = 'Split Out';

function genizizNode(credential: CredentialRef): WorkflowNode {
	return ourNode('geniziz', credential, {
		resource: 'lead',
		operation: 'getAll',
		returnAll: true,
		options: {},
	});
}

/** HTTP Request and Split Out as n8n's own documentation has them for an API with offsets. */
function httpRequestNodes(sandbox: SandboxProcess): WorkflowNode[] {
	const pagination = {
		paginationMode: 'updateAParameterInEachRequest',
		parameters: {
			parameters: [{ type: 'qs', name: '_skip', value: `={{ $pageCount * ${PAGE} }}` }],
		},
		paginationCompleteWhen: 'other',
		completeExpression: '={{ !$response.body.has_more }}',
	};
	const request = node(MEASURED, 'n8n-nodes-base.httpRequest', 4.2, {
		url: `${sandbox.url}${LEADS_PATH}`,
		...headerParameters(keyHeaders(sandbox)),
		sendQuery: true,
		queryParameters: { parameters: [{ name: '_limit', value: String(PAGE) }] },
		options: { pagination: { pagination } },
	});
	const split = node(SPLIT, 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'data', options: {} });
	return [request, split];
}

/** Prints the ratios to both with their spread. */
export async function compareReads(stage: Stage, credential: CredentialRef): Promise<void> {
	const fresh = async (read: () => Promise<Measured>): Promise<Measured> => {
		await stage.reset();
		await onlyLeads(stage.sandbox, LEADS);
		return await read();
	};
	const workflow = async (label: string, nodes: WorkflowNode[]) => {
		const id = await stage.workflow(chain(label, [start(), ...nodes]));
		const run = async () => await runNodes(stage, id, [MEASURED, SPLIT], LEADS);
		return { label, run: async () => await fresh(run) };
	};
	const byHand = async (): Promise<Measured> => {
		const { leads, ms } = await readByHand(stage.sandbox);
		if (leads.length !== LEADS) throw new Error(`Only ${leads.length} of ${LEADS} leads were read`);
		const { total, maxInFlight } = await stage.sandbox.summary();
		return { ms, requests: total, inFlight: maxInFlight };
	};
	const [times, others, hand] = await inTurn(TURNS, [
		await workflow('Geniziz', [genizizNode(credential)]),
		await workflow('HTTP Request, Split Out', httpRequestNodes(stage.sandbox)),
		{ label: 'undici by hand', run: async () => await fresh(byHand) },
	]);
	console.log(`  Geniziz is ${ratioOf(others, times)} x faster (target: at least 4 x)`);
	console.log(`  and takes ${ratioOf(times, hand)} x the time by hand (target: at most 1.3 x)`);
}

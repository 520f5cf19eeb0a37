// 20,000 leads out of Geniziz: the node beside n8n's HTTP Request node with its own pagination and
// Split Out, and beside a hand-written loop.
import type { CredentialRef, WorkflowNode } from '../../host/workflow.mts';
import type { SandboxProcess } from '../../sandbox/client.mts';
import { fasterRow, longerRow } from '../results/rows.mts';
import type { Measurements } from '../results/shapes.mts';
import { count, sized } from '../size.mts';
import { chain, headerParameters, MEASURED, node, ourNode, start } from '../flow.mts';
import { LATENCY_MS, type Stage } from '../stage.mts';
import { contender, inTurn, kept, runNodes, type Measured } from '../turns.mts';
import { keyHeaders, LEADS_PATH, onlyLeads, PAGE, readByHand } from './leads.mts';

const LEADS = sized(20_000);
const TURNS = 5;
export const SPLIT = 'Split Out';

const FASTER = { is: 'at least', value: 5 } as const;
const LONGER = { is: 'at most', value: 1.2 } as const;

function genizizNode(credential: CredentialRef): WorkflowNode {
	return ourNode('geniziz', credential, {
		resource: 'lead',
		operation: 'getAll',
		returnAll: true,
		options: {},
	});
}

/** HTTP Request and Split Out as n8n's own documentation has them for an API with offsets. */
export function httpRequestNodes(sandbox: SandboxProcess): WorkflowNode[] {
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

/** Compares the node with both. */
export async function compareReads(stage: Stage, credential: CredentialRef): Promise<Measurements> {
	console.log(`\n${count(LEADS)} leads out of Geniziz, answers after ${LATENCY_MS} ms`);
	const fresh = async (read: () => Promise<Measured>): Promise<Measured> => {
		await stage.reset();
		await onlyLeads(stage.sandbox, LEADS);
		return await read();
	};
	const workflow = async (label: string, nodes: WorkflowNode[]) => {
		const id = await stage.workflow(chain(label, [start(), ...nodes]));
		const run = async () => await runNodes(stage, id, [MEASURED, SPLIT], LEADS);
		return contender(label, async () => await fresh(run));
	};
	const byHand = async (): Promise<Measured> => {
		const { leads, ms } = await readByHand(stage.sandbox);
		if (leads.length !== LEADS) throw new Error(`Only ${leads.length} of ${LEADS} leads were read`);
		const { total, maxInFlight } = await stage.sandbox.summary();
		return { ms, requests: total, inFlight: maxInFlight };
	};
	const ours = await workflow('Geniziz', [genizizNode(credential)]);
	const http = await workflow('HTTP Request, Split Out', httpRequestNodes(stage.sandbox));
	const hand = contender('undici by hand', async () => await fresh(byHand));
	await inTurn(TURNS, [ours, http, hand]);
	const work = `${count(LEADS)} leads out of Geniziz`;
	const rows = [
		fasterRow(`${work} against HTTP Request and Split Out: times faster`, ours, http, FASTER),
		longerRow(`${work} against undici by hand: times as long`, ours, hand, LONGER),
	];
	return { rows, contenders: kept(LEADS, [ours, http, hand]) };
}

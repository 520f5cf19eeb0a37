// 10,000 leads into Geniziz, which takes them one by one: the node beside n8n's HTTP Request node.
import type { CredentialRef, WorkflowNode } from '../../host/workflow.mts';
import type { SandboxProcess } from '../../sandbox/client.mts';
import { chain, itemsFrom, MEASURED, node, ourNode } from '../flow.mts';
import type { Stage } from '../stage.mts';
import { inTurn, ratioOf, runNodes, type Contender } from '../turns.mts';
import { keyHeaders, LEADS_PATH } from './leads.mts';
import { headerParameters } from './parameters.mts';

const LEADS = 10_000;
const TURNS = 3;

function genizizNode(credential: CredentialRef): WorkflowNode {
	return ourNode('geniziz', credential, {
		resource: 'lead',
		operation: 'create',
		name: '={{ $json.name }}',
		options: {},
	});
}

/** As it comes: without batching it sends all at once. */
function httpRequestNode(sandbox: SandboxProcess): WorkflowNode {
	return node(MEASURED, 'n8n-nodes-base.httpRequest', 4.2, {
		method: 'POST',
		url: `${sandbox.url}${LEADS_PATH}`,
		...headerParameters(keyHeaders(sandbox)),
		sendBody: true,
		bodyParameters: { parameters: [{ name: 'name', value: '={{ $json.name }}' }] },
		options: {},
	});
}

/** Prints the ratio with its spread, and the most in flight. */
export async function compareCreates(stage: Stage, credential: CredentialRef): Promise<void> {
	const names = Array.from({ length: LEADS }, (_, i) => ({ name: `Company ${i}` }));
	const file = stage.csv('names.csv', names);
	const contender = async (label: string, creator: WorkflowNode): Promise<Contender> => {
		const id = await stage.workflow(chain(label, [...itemsFrom(file), creator]));
		const run = async () => {
			await stage.reset();
			return await runNodes(stage, id, [MEASURED], LEADS);
		};
		return { label, run };
	};
	const [times, others] = await inTurn(TURNS, [
		await contender('Geniziz', genizizNode(credential)),
		await contender('HTTP Request', httpRequestNode(stage.sandbox)),
	]);
	const ratio = ratioOf(times, others);
	console.log(`  Geniziz takes ${ratio} x the time (target: at most 1 x, 8 in flight at most)`);
}

// Leads for GenPage, and the ways to send them: our node, n8n's HTTP Request node, and what a good user
// builds by hand.
import type { CredentialRef, WorkflowNode } from '../../host/workflow.mts';
import type { SandboxProcess } from '../../sandbox/client.mts';
import { LEAD_UPSERT, MEASURED, node, ourNode } from '../flow.mts';

/** The fields of the leads, as GenPage calls them. */
export const FIELDS = [
	'email',
	'first_name',
	'last_name',
	'company_name',
	'company_domain',
] as const;

/** As many at a time as our node sends. */
export const BATCH = 200;
const UPSERT = '/api/external/v1/leads/upsert-leads';
const TARGET = "from: 'n8n', campaign_id: 1, audience_id: 1";

/** The loop of a workflow that is built by hand; its first output has what is done. */
export const LOOP = 'Loop Over Items';
const BODY = 'Body';
const LEADS = 'Leads';

/** Lead > Create or Update as it comes. */
export function genPageNode(credential: CredentialRef): WorkflowNode {
	return ourNode('genPage', credential, { ...LEAD_UPSERT, options: {} });
}

/** HTTP Request that sends each item by itself. */
export function itemByItem(sandbox: SandboxProcess): WorkflowNode {
	return httpRequest(sandbox, `={{ JSON.stringify({ ${TARGET}, leads: [{ values: $json }] }) }}`);
}

/** A loop with batches, and the nodes in it one after another. */
export interface HandMade {
	readonly loop: WorkflowNode;
	readonly body: readonly WorkflowNode[];
}

/** What is needed for an item a batch, as our node gives out. */
export function loopOfBatches(sandbox: SandboxProcess): HandMade {
	const leads = '$input.all().map(({ json }) => ({ values: json }))';
	return {
		loop: node(LOOP, 'n8n-nodes-base.splitInBatches', 3, { batchSize: BATCH, options: {} }),
		body: [
			code(BODY, `return [{ json: { ${TARGET}, leads: ${leads} } }];`),
			httpRequest(sandbox, '={{ JSON.stringify($json) }}'),
		],
	};
}

/** The same with one node more, for an item a lead that names its job. */
export function loopOfLeads(sandbox: SandboxProcess): HandMade {
	const { loop, body } = loopOfBatches(sandbox);
	const script = `const { job_id } = $input.first().json;
return $('${LOOP}').all(1).map(({ json }) => ({ json: { ...json, job_id } }));`;
	return { loop, body: [...body, code(LEADS, script)] };
}

function httpRequest({ url, token }: SandboxProcess, jsonBody: string): WorkflowNode {
	return node(MEASURED, 'n8n-nodes-base.httpRequest', 4.2, {
		method: 'POST',
		url: `${url}${UPSERT}`,
		sendHeaders: true,
		headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${token}` }] },
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options: {},
	});
}

function code(name: string, jsCode: string): WorkflowNode {
	return node(name, 'n8n-nodes-base.code', 2, { jsCode });
}

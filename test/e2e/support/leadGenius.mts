// Workflows around the LeadGenius nodes, and what the sandbox says of them.
import type { CredentialRef, Workflow, WorkflowNode } from '../../../host/workflow.mts';
import type { SandboxProcess } from '../../../sandbox/client.mts';
import { chain, node } from './chain.mts';

const UPLOAD = '/api/v1/enrichment/upload/';

/** Says of each item which account it was asked for with, as n8n links them. */
function asked(place: number): WorkflowNode {
	const value = "={{ $('Accounts').item.json.org_record_id }}";
	const assignments = { assignments: [{ id: '1', name: 'asked', type: 'string', value }] };
	const parameters = { assignments, includeOtherFields: true, options: {} };
	return { ...node('After', 'n8n-nodes-base.set', place, parameters), typeVersion: 3.4 };
}

/**
 * A manual start, so many accounts, the LeadGenius node as 'Upload', and a node behind it: the one
 * that says what each item was asked for with where items are linked one to one.
 */
export function uploadWorkflow(
	credential: CredentialRef,
	count: number,
	parameters: object,
	isLinked: boolean,
): Workflow {
	const code = `return Array.from({ length: ${count} }, (_, i) => ({ json: { org_record_id: 'A' + i, org_website: 'company-' + i + '.example' } }));`;
	return chain('LeadGenius upload', [
		node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
		{ ...node('Accounts', 'n8n-nodes-base.code', 1, { jsCode: code }), typeVersion: 2 },
		{
			...node('Upload', 'n8n-nodes-outbound.leadGenius', 2, {
				resource: 'record',
				columns: { mappingMode: 'autoMapInputData', value: null },
				...parameters,
			}),
			credentials: { leadGeniusApi: credential },
		},
		isLinked ? asked(3) : node('After', 'n8n-nodes-base.noOp', 3, {}),
	]);
}

/** The LeadGenius Trigger, of its newest version unless told otherwise, with a node behind it. */
export function triggerWorkflow(
	credential: CredentialRef,
	parameters: object,
	typeVersion = 2,
): Workflow {
	return chain('LeadGenius trigger', [
		{
			...node('Trigger', 'n8n-nodes-outbound.leadGeniusTrigger', 0, parameters),
			typeVersion,
			webhookId: `leadgenius-${Math.random().toString(36).slice(2)}`,
			credentials: { leadGeniusApi: credential },
		},
		node('After', 'n8n-nodes-base.noOp', 1, {}),
	]);
}

/**
 * So many records of accounts.
 *
 * @param first the number of the first one: other numbers are other accounts
 */
export function accounts(count: number, first = 0): Array<Record<string, string>> {
	return Array.from({ length: count }, (_, index) => ({
		org_record_id: `A${first + index}`,
		org_website: `company-${first + index}.example`,
	}));
}

/**
 * Uploads accounts as any program could.
 *
 * @param first the number of the first one: other numbers are other accounts
 * @returns their IDs
 */
export async function uploadAccounts(
	{ url, leadGeniusKey }: Pick<SandboxProcess, 'url' | 'leadGeniusKey'>,
	slug: string,
	count: number,
	first = 0,
): Promise<number[]> {
	const records = accounts(count, first);
	const response = await fetch(`${url}${UPLOAD}`, {
		method: 'POST',
		headers: { authorization: `Token ${leadGeniusKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({ slug, type: 'datahub', fields: ['org_city'], records }),
	});
	const answer: unknown = await response.json();
	if (typeof answer !== 'object' || answer === null || !('records' in answer)) {
		throw new Error(`No upload: ${JSON.stringify(answer)}`);
	}
	return Array.isArray(answer.records) ? answer.records.map(Number) : [];
}

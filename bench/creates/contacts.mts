// Contacts into Skarbe, which takes them one by one and names no limit: our node and HTTP Request.
import type { CredentialRef, WorkflowNode } from '../../host/workflow.mts';
import type { SandboxProcess, SettingsChange } from '../../sandbox/client.mts';
import { skarbe } from '../../test/support/vendors/skarbe.mts';
import { chain, headerParameters, itemsFrom, MEASURED, node, ourNode } from '../flow.mts';
import { people } from '../people.mts';
import type { Stage } from '../stage.mts';
import { contender, runNodes, type Contender } from '../turns.mts';

const PATH = '/api/connect/contacts';
const FIELDS = ['email', 'firstName', 'lastName', 'companyName', 'note'] as const;
const EMAIL = '={{ $json.email }}';
const FIRST_NAME = '={{ $json.firstName }}';

/** What the median of a run's answers took at the sandbox. */
export const ANSWER_MS = 'ms for an answer, the median';

/** Contact > Create with the options given; none is how it comes. */
export function skarbeNode(credential: CredentialRef, options = {}): WorkflowNode {
	return ourNode('skarbe', credential, {
		resource: 'contact',
		operation: 'create',
		email: EMAIL,
		firstName: FIRST_NAME,
		options,
	});
}

/** As it comes: without batching it sends all at once. */
export function httpRequestNode({ url, skarbeKey }: SandboxProcess): WorkflowNode {
	return node(MEASURED, 'n8n-nodes-base.httpRequest', 4.2, {
		method: 'POST',
		url: `${url}${PATH}`,
		...headerParameters(skarbe.headers(skarbeKey)),
		sendBody: true,
		bodyParameters: {
			parameters: [
				{ name: 'email', value: EMAIL },
				{ name: 'firstName', value: FIRST_NAME },
			],
		},
		options: {},
	});
}

/** A credential of this name: what is learnt of one says nothing of another. */
export async function skarbeCredential(stage: Stage, name: string): Promise<CredentialRef> {
	return await stage.credential('skarbeApi', name, { apiKey: stage.sandbox.skarbeKey });
}

/** Whoever creates so many contacts, each of them from an item, at a sandbox with these settings. */
export async function creator(
	stage: Stage,
	label: string,
	sender: WorkflowNode,
	contacts: number,
	settings: SettingsChange = {},
): Promise<Contender> {
	const file = stage.csv(`contacts-${contacts}.csv`, people(contacts, FIELDS));
	const id = await stage.workflow(chain(label, [...itemsFrom(file), sender]));
	return contender(label, async () => {
		await stage.reset(settings);
		const measured = await runNodes(stage, id, [MEASURED], contacts);
		const { byStatus, medianMs } = await stage.sandbox.summary();
		if (byStatus['200'] !== contacts) throw new Error(`Answered: ${JSON.stringify(byStatus)}`);
		return { ...measured, more: { [ANSWER_MS]: medianMs ?? Number.NaN } };
	});
}

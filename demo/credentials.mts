// The credentials that connect n8n to the sandbox, one per vendor. The end-to-end tests use them too.
import type { CredentialData, StoredCredential } from '../host/client.mts';
import type { N8n } from '../host/n8n.mts';
import { withCredential } from '../host/workflow.mts';
import type { Workflow } from '../host/workflow.mts';
import type { SandboxProcess } from '../sandbox/client.mts';

/** Stores what a user would fill in, for every vendor. */
export async function storeCredentials(n8n: N8n, sandbox: SandboxProcess) {
	const { url: baseUrl } = sandbox;
	return {
		genPage: await storeCredential(n8n, {
			name: 'GenPage (sandbox)',
			type: 'genPageApi',
			data: { apiToken: sandbox.token, baseUrl },
		}),
		leadGenius: await storeCredential(n8n, {
			name: 'LeadGenius (sandbox)',
			type: 'leadGeniusApi',
			data: { apiKey: sandbox.leadGeniusKey, baseUrl },
		}),
		geniziz: await storeCredential(n8n, {
			name: 'Geniziz (sandbox)',
			type: 'genizizApi',
			data: { apiKey: sandbox.genizizKey, baseUrl },
		}),
		growthGenius: await storeCredential(n8n, {
			name: 'GrowthGenius (sandbox)',
			type: 'growthGeniusApi',
			data: { apiKey: sandbox.growthGeniusKey, userId: sandbox.growthGeniusUserId, baseUrl },
		}),
		skarbe: await storeCredential(n8n, {
			name: 'Skarbe (sandbox)',
			type: 'skarbeApi',
			data: { apiKey: sandbox.skarbeKey, baseUrl },
		}),
	};
}

/** A stored credential of each vendor. */
export type Credentials = Awaited<ReturnType<typeof storeCredentials>>;

/** Stores one credential; one of the same name and type is replaced. */
export async function storeCredential(n8n: N8n, data: CredentialData): Promise<StoredCredential> {
	const [stored] = await n8n.importCredentials([data]);
	if (stored === undefined) throw new Error('n8n did not store the credential.');
	return stored;
}

/** Returns a copy in which every node and trigger of a vendor uses that vendor's credential. */
export function withCredentials(workflow: Workflow, credentials: Credentials): Workflow {
	return Object.entries(credentials).reduce(
		(connected, [vendor, { id, name, type }]) =>
			withCredential(connected, `n8n-nodes-outbound.${vendor}`, type, { id, name }),
		workflow,
	);
}

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runNode, type NodeResult, type NodeRun, type SeenResult } from '../support/engine.mts';
import { addCredentialType, addNodeType } from '../support/workflow.mts';
import { probeCredentials, probeNodes } from './probe.mts';
import type { ProbeServer } from './server.mts';

for (const node of probeNodes) addNodeType(node);
for (const credential of probeCredentials) addCredentialType(credential);

/** The probe's key: it must show up nowhere but in the Authorization header. */
export const KEY = 'secret-key-0123456789';

/** How a test runs the probe. */
export interface ProbeRun
	extends Partial<
		Pick<NodeRun, 'items' | 'onError' | 'retryOnFail' | 'cancelWhen' | 'credentialId'>
	> {
	readonly type?: 'probe' | 'limited';
	readonly parameters?: INodeParameters;
	/** The Options of the operation. */
	readonly options?: INodeParameters;
	/** Another Base URL than the server's. */
	readonly baseUrl?: string;
	/** Another key than KEY, also an expression. */
	readonly apiKey?: string;
}

/** Runs an operation of the probe against a server. Thing ID is the items' id, if they have one. */
export async function probe(
	server: Pick<ProbeServer, 'url'>,
	operation: string,
	run: ProbeRun = {},
): Promise<SeenResult> {
	return await runNode(probeRun(server, operation, run));
}

/** The run of an operation of the probe, for whoever runs it otherwise. */
export function probeRun(
	server: Pick<ProbeServer, 'url'>,
	operation: string,
	run: ProbeRun = {},
): NodeRun {
	const {
		type = 'probe',
		parameters,
		options = {},
		baseUrl = server.url,
		apiKey = KEY,
		...rest
	} = run;
	return {
		type,
		credentials: { [`${type}Api`]: { apiKey, baseUrl } },
		parameters: {
			resource: 'thing',
			operation,
			thingId: '={{ $json.id ?? "t0" }}',
			options,
			...parameters,
		},
		...rest,
	};
}

/** So many items with an id: t0, t1, t2.. */
export function things(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({ id: `t${index}` }));
}

/** The input items that each output item is linked to. */
export function linksOf(result: NodeResult): number[][] {
	return result.items.map(({ pairedItem }) =>
		[pairedItem ?? []].flat().map((link) => (typeof link === 'number' ? link : link.item)),
	);
}

/** All that an error shows: message, description and context. */
export function shown({ error, items }: NodeResult): string {
	const { message, description, context } = error ?? {};
	return JSON.stringify({ message, description, context, items });
}

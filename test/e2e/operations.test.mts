// Every operation of every vendor in a real n8n: the packed package, n8n's own credentials and
// expressions, and what the vendor received.
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { startN8n, type N8n } from '../../host/n8n.mts';
import { packPackage } from '../../host/pack.mts';
import type { CredentialRef, Workflow } from '../../host/workflow.mts';
import { examplesOf, parametersOf } from '../support/generated/examples.mts';
import { essence, inFull } from '../support/results.mts';
import { useVendor } from '../support/site.mts';
import { geniziz } from '../support/vendors/geniziz.mts';
import { genPage } from '../support/vendors/genPage.mts';
import { growthGenius } from '../support/vendors/growthGenius.mts';
import { leadGenius } from '../support/vendors/leadGenius.mts';
import { skarbe } from '../support/vendors/skarbe.mts';
import type { Item } from '../support/vendor.mts';
import { chain, node } from './support/chain.mts';
import { stopWithoutLeaks } from './support/leaks.mts';

let n8n: N8n;

beforeAll(async () => {
	const { tarball } = await packPackage();
	n8n = await startN8n({ tarball });
	await rm(dirname(tarball), { recursive: true });
});

afterAll(async () => {
	await stopWithoutLeaks(n8n);
});

/** A workflow that gives an item to a vendor's node. */
function workflowOf(
	type: string,
	parameters: INodeParameters,
	item: Item,
	credentials: Readonly<Record<string, CredentialRef>>,
): Workflow {
	const set = { mode: 'raw', jsonOutput: JSON.stringify(item), options: {} };
	const nodes = [
		node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
		{ ...node('Item', 'n8n-nodes-base.set', 1, set), typeVersion: 3.4 },
		{
			...node('Vendor', `n8n-nodes-outbound.${type}`, 2, parameters),
			credentials: { ...credentials },
		},
	];
	return { id: 'oneOperation', ...chain('One operation', nodes) };
}

describe.each([genPage, leadGenius, geniziz, growthGenius, skarbe])('$type', (vendor) => {
	const site = useVendor(vendor);

	async function credential(): Promise<Record<string, CredentialRef>> {
		const type = site.contract.node.credential;
		const data = { ...vendor.credential(site.key, site.sandbox.url) };
		const [stored] = await n8n.importCredentials([{ name: vendor.type, type, data }]);
		if (!stored) throw new Error('n8n did not store the credential');
		return { [type]: { id: stored.id, name: stored.name } };
	}

	test.each(examplesOf(vendor))('%s', async (_, example) => {
		await example.its.prepare?.(site);
		const [item] = example.its.items;
		const parameters = parametersOf(example);
		const workflow = workflowOf(vendor.type, parameters, item, await credential());
		const [stored] = await n8n.importWorkflows([workflow]);

		const { error, data } = await n8n.run(stored?.id ?? '');

		expect(error).toBeUndefined();
		expect(data.Vendor?.items[0]?.json).toMatchObject(example.its.output);
		const [request, ...others] = await site.received();
		expect(others).toEqual([]);
		expect(request && essence(request)).toEqual(inFull(example.its.request));
		expect(request?.headers).toMatchObject(vendor.headers(site.key));
	});
});

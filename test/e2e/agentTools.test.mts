// Every operation of every vendor as a tool of n8n's AI Agent, in a real n8n and under both versions
// of the agent that run tools in different ways: what the model gets to read.
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { jsonParse, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { startN8n, type N8n } from '../../host/n8n.mts';
import { packPackage } from '../../host/pack.mts';
import type { CredentialRef } from '../../host/workflow.mts';
import { AGENTS, type Agent } from '../support/agent.mts';
import { examplesOf, formsOf, parametersOf } from '../support/generated/examples.mts';
import { askingTheAgent, GIVEN } from '../support/generated/tools.mts';
import { essence, inFull, textWith } from '../support/results.mts';
import { useVendor, type VendorSite } from '../support/site.mts';
import { geniziz } from '../support/vendors/geniziz.mts';
import { genPage } from '../support/vendors/genPage.mts';
import { growthGenius } from '../support/vendors/growthGenius.mts';
import { leadGenius } from '../support/vendors/leadGenius.mts';
import { skarbe } from '../support/vendors/skarbe.mts';
import { agentWorkflow, modelCredential } from './support/agent.mts';
import { stopWithoutLeaks } from './support/leaks.mts';
import { startModel, type Model } from './support/model.mts';

let n8n: N8n;
let model: Model;

beforeAll(async () => {
	model = await startModel();
	const { tarball } = await packPackage();
	n8n = await startN8n({ tarball });
	await rm(dirname(tarball), { recursive: true });
});

afterAll(async () => {
	await model.close();
	await stopWithoutLeaks(n8n);
});

async function stored(credential: {
	name: string;
	type: string;
	data: Record<string, unknown>;
}): Promise<CredentialRef> {
	const [ref] = await n8n.importCredentials([credential]);
	if (!ref) throw new Error('n8n did not store the credential');
	return { id: ref.id, name: ref.name };
}

/** Has the model call the tool. @returns what it got to read */
async function call(
	site: VendorSite,
	agent: Agent,
	parameters: INodeParameters,
	args: IDataObject,
) {
	const { vendor } = site;
	const type = site.contract.node.credential;
	const data = { ...vendor.credential(site.key, site.sandbox.url) };
	const tool = {
		name: 'Tool',
		type: `n8n-nodes-outbound.${vendor.type}Tool`,
		parameters,
		credentials: { [type]: await stored({ name: vendor.type, type, data }) },
	};
	const openAi = await stored(modelCredential(model.url));
	const [workflow] = await n8n.importWorkflows([agentWorkflow(agent, openAi, tool)]);
	model.give(args);
	const execution = await n8n.run(workflow?.id ?? '');
	expect(execution.error).toBeUndefined();
	expect(execution.data.Agent?.items[0]?.json.output).toBe('Done');
	return model.toolAnswers()[0] ?? '';
}

describe.each([genPage, leadGenius, geniziz, growthGenius, skarbe])('$type', (vendor) => {
	const site = useVendor(vendor);

	// The agents take turns: each operation is tried under both in test/engine.
	const suited = examplesOf(vendor)
		.filter(([, { row }]) => !row.notForAgents)
		.map(([key, example], at) => ({ key, example, ...(at % 2 === 0 ? GIVEN[0] : GIVEN[1]) }));

	test.each(suited)('$key, agent $agent, arguments $form', async ({ example, agent, given }) => {
		const { its } = example;
		await its.prepare?.(site);
		const [item] = its.items;
		const args = Object.entries(item).map(([name, value]) => [name, given(value)] as const);
		const parameters = askingTheAgent(parametersOf(example), item);
		const text = await call(site, agent, parameters, Object.fromEntries(args));
		expect(jsonParse<IDataObject[]>(text)[0]).toMatchObject(its.output);
		expect((await site.received()).map(essence)).toEqual([inFull(its.request)]);
	});

	describe.each(AGENTS)('agent %d', (agent) => {
		test('an error comes with its advice', async () => {
			const [first] = formsOf(vendor);
			if (!first) throw new Error('The vendor has no operation');
			const [, example] = first;
			const options = { requestTimeout: "={{ $fromAI('timeout') }}" };
			const parameters = askingTheAgent(parametersOf(example, options), example.its.items[0]);
			const args = { ...example.its.items[0], timeout: 'soon' };
			const text = await call(site, agent, parameters, args);
			expect(jsonParse(text)).toEqual([
				{
					error: textWith("'Request Timeout (Seconds)' must be a number"),
					message: textWith("Call the tool again with another 'timeout'"),
				},
			]);
		});

		const refused = formsOf(vendor).filter(([, { row }]) => row.notForAgents);
		if (refused.length === 0) return;
		test.each(refused)('%s is refused', async (_, example) => {
			const [item] = example.its.items;
			const text = await call(site, agent, askingTheAgent(parametersOf(example), item), {
				...item,
			});
			expect(text).toContain('which an AI agent must not have');
			expect(await site.received()).toEqual([]);
		});
	});
});

describe('of many leads', () => {
	const site = useVendor(geniziz);

	test.each(AGENTS)('agent %d gets as many as a model bears, and is told', async (agent) => {
		const description = 'x'.repeat(1000);
		for (let count = 0; count < 30; count++) {
			await site.call('POST', '/api/v1/lead/', { name: `Lead ${count}`, description });
		}
		const parameters = { resource: 'lead', operation: 'getAll', returnAll: true, options: {} };
		const text = await call(site, agent, parameters, {});
		expect(text.length).toBeLessThanOrEqual(20_000);
		expect(text.length).toBeGreaterThan(15_000);
		expect(text).toMatch(/records are left out here.*'Limit', 'Fields'/);
	});
});

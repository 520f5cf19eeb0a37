// Vendors that repeat the key in what they answer, in a real n8n that logs all it can: no key is in
// what n8n stores or logs. The other end-to-end tests look for keys when they stop their n8n.
import type { INodeParameters } from 'n8n-workflow';
import type { Workflow, WorkflowNode } from '../../host/workflow.mts';
import type { FaultRuleInput } from '../../sandbox/client.mts';
import { examplesOf, parametersOf, QUICK } from '../support/generated/examples.mts';
import { geniziz } from '../support/vendors/geniziz.mts';
import { genPage } from '../support/vendors/genPage.mts';
import { growthGenius } from '../support/vendors/growthGenius.mts';
import { leadGenius } from '../support/vendors/leadGenius.mts';
import { skarbe } from '../support/vendors/skarbe.mts';
import type { TestedVendor } from '../support/vendor.mts';
import { chain, node } from './support/chain.mts';
import { leaksIn, leaksOf } from './support/leaks.mts';
import { stored } from './support/runs.mts';
import { useStage } from './support/stage.mts';

const stage = useStage({ N8N_LOG_LEVEL: 'debug' });

const FORMS: ReadonlyArray<readonly [string, (key: string) => string]> = [
	['as it is', (key) => key],
	['in base64', (key) => Buffer.from(key).toString('base64')],
	['by HTTP Basic', (key) => Buffer.from(`${key}:`).toString('base64')],
];

/** A workflow whose node of a vendor asks for the simplest thing there is. */
function simplest(vendor: TestedVendor, more: Partial<WorkflowNode>): Workflow {
	const found = examplesOf(vendor).find(([key]) => key === vendor.simplest)?.[1];
	if (!found) throw new Error(`${vendor.type} has no example ${vendor.simplest}`);
	const parameters: INodeParameters = parametersOf(found, QUICK);
	return chain(vendor.type, [
		node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
		{ ...node('Vendor', `n8n-nodes-outbound.${vendor.type}`, 1, parameters), ...more },
	]);
}

describe.each([genPage, leadGenius, geniziz, growthGenius, skarbe])('$type', (vendor) => {
	test.each(FORMS)('repeats its key %s', async (_, form) => {
		const { n8n, sandbox } = stage;
		await sandbox.reset();
		const said = `Bad key ${form(vendor.key(sandbox))}`;
		const rules: FaultRuleInput[] = [
			{ kind: 'status', status: 401, body: vendor.saying(said) },
			{ kind: 'status', status: 500, body: { ...vendor.saying(said), errors: { key: [said] } } },
			{ kind: 'wrongType', body: [said] },
		];
		for (const rule of rules) {
			for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
				await sandbox.fault(rule);
				const id = await stored(stage, simplest(vendor, { onError }));
				const { error, data } = await n8n.run(id);
				const told = JSON.stringify([error, data.Vendor?.items]);
				if (rule.kind === 'status') expect(told).toContain('Bad key ***');
			}
		}
		expect(await leaksOf(n8n)).toEqual([]);
	});

	test('is not sent the key unencrypted, by the test of the credential either', async () => {
		const { n8n } = stage;
		const { type } = vendor;
		const [credential] = Object.values(stage.credentials).filter(
			(its) => its.type === `${type}Api`,
		);
		if (!credential) throw new Error(`${type} has no credential`);
		const { status, message } = await n8n.testCredential({
			...credential,
			data: { ...credential.data, baseUrl: 'http://api.vendor.example' },
		});
		expect(status).toBe('Error');
		expect(message).toContain(
			'\'Base URL\': "http://api.vendor.example" would be sent your key unencrypted',
		);
		expect((await n8n.testCredential(credential)).status).toBe('OK');
	});
});

test('what is looked for is found where it is', () => {
	const { token } = stage.sandbox;
	const address = 'https://n8n.example.com/webhook-waiting/7?signature=0123456789abcdef';
	const texts = [...FORMS.map(([, form]) => form(token)), encodeURIComponent(address), address];
	for (const text of texts) expect(leaksIn(`so "${text}" it is`)).toHaveLength(1);
	expect(leaksIn('https://n8n.example.com/webhook/7')).toEqual([]);
});

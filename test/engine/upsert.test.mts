import { spawnSandbox, type SandboxProcess } from '../../sandbox/client.mts';
import { callTool, runNode } from '../support/engine.mts';

let sandbox: SandboxProcess;

beforeAll(async () => {
	sandbox = await spawnSandbox({ leadsPerSecond: 0 });
});

afterAll(async () => {
	await sandbox.stop();
});

test('first look', async () => {
	const credentials = {
		genPageApi: { apiToken: `Bearer ${sandbox.token}`, baseUrl: `${sandbox.url}/` },
	};
	const result = await runNode({
		type: 'genPage',
		credentials,
		onError: 'continueRegularOutput',
		items: [
			{ email: 'a@x.example', 'First Name': 'A' },
			{ name: 'none' },
			{ email: 'B@x.example' },
		],
		parameters: {
			resource: 'lead',
			operation: 'upsert',
			workspaceId: { __rl: true, mode: 'id', value: '16' },
			campaignId: { __rl: true, mode: 'id', value: '1' },
			audienceId: { __rl: true, mode: 'id', value: '1' },
			columns: { mappingMode: 'autoMapInputData', value: null },
			options: { waitForCompletion: true },
		},
	});
	console.log(JSON.stringify(result, null, 1));
	const tool = await callTool(
		{
			type: 'genPage',
			credentials,
			parameters: {
				resource: 'lead',
				operation: 'upsert',
				workspaceId: { __rl: true, mode: 'id', value: '16' },
				campaignId: { __rl: true, mode: 'id', value: '1' },
				audienceId: { __rl: true, mode: 'id', value: '1' },
				columns: { mappingMode: 'defineBelow', value: { email: '={{ $fromAI("email") }}' } },
				options: { waitForCompletion: true },
			},
		},
		{ email: 'tool@x.example' },
	);
	console.log(JSON.stringify(tool));
	expect(result.items).toHaveLength(3);
});

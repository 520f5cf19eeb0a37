// The like of the package's scene with n8n's own nodes: how much n8n itself grows.
import type { Workflow, WorkflowNode } from '../../host/workflow.mts';
import { chain, node } from '../e2e/support/chain.mts';
import { call, callableWorkflow } from './callable.mts';
import type { Place, Scene } from './scene.mts';
import { doOver } from './until.mts';

/** Lists that schedules read, as often as the triggers are polled. */
const LISTS = ['a', 'b', 'c', 'd'];
/** Workflows that are called, and how long after the last call, in ms. */
const CALLED = { one: 1_000, two: 500, three: 500, four: 2_000, five: 2_000, six: 6_000 };
const ITEMS = Array.from({ length: 10 }, (_, at) => ({ name: `Item ${at}` }));

/** Stores the workflows. */
export async function ownScene({ n8n, sandbox, sink }: Place): Promise<Scene> {
	await sandbox.reset({ logBodies: false });
	const request = (place: number): WorkflowNode => ({
		...node('Request', 'n8n-nodes-base.httpRequest', place, {
			url: `${sandbox.url}/api/v1/lead/?_limit=50`,
			sendHeaders: true,
			headerParameters: {
				parameters: [{ name: 'authorization', value: `Basic ${btoa(`${sandbox.genizizKey}:`)}` }],
			},
			options: { timeout: 5_000 },
		}),
		typeVersion: 4.2,
		onError: 'continueRegularOutput',
	});
	const scheduled = LISTS.map((name): Workflow => {
		const rule = { interval: [{ field: 'seconds', secondsInterval: 5 }] };
		const schedule = node('Schedule', 'n8n-nodes-base.scheduleTrigger', 0, { rule });
		const first = { ...schedule, typeVersion: 1.2 };
		return chain(name, [first, request(1), sink.node(name, 2, '0')]);
	});
	const called = Object.keys(CALLED).map((name) => {
		return callableWorkflow(name, 'lastNode', [request(2)]);
	});
	const workflows = new Map<string, string>();
	for (const { id, name } of await n8n.importWorkflows([...scheduled, ...called])) {
		workflows.set(name, id);
	}
	let calls = 0;
	return {
		workflows,
		begin: async () => {},
		run: async (signal) => {
			const each = Object.entries(CALLED).map(async ([name, pauseMs]) => {
				await doOver(signal, pauseMs, async () => {
					await call(n8n.url, name, ITEMS);
					calls++;
				});
			});
			await Promise.all(each);
		},
		settle: async () => {},
		progress: () => `${calls} calls`,
		verdicts: async () => await Promise.resolve([]),
	};
}

// The stand-in for n8n's webhooks and waiting executions does what n8n 2.40 was seen to do.
import { NodeConnectionTypes, WAIT_INDEFINITELY } from 'n8n-workflow';
import type { INodeTypeDescription, IWebhookDescription } from 'n8n-workflow';
import { z } from 'zod';
import { useListener } from '../support/listener.mts';
import { recordOf } from '../support/results.mts';
import { startExecution } from '../support/waiting.mts';
import { watchWebhook } from '../support/webhookTrigger.mts';
import { addNodeType } from '../support/workflow.mts';

const listener = useListener();

const owner = { vendor: { type: 'stub' }, credentials: {}, credentialId: 'c' };

function describeStub(name: string, webhook: Partial<IWebhookDescription>): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['trigger'],
		version: 1,
		description: 'Stands in for a node with a webhook',
		defaults: { name },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: '', ...webhook },
		],
		properties: [],
	};
}

let resumeUrl = '';
let entered = Promise.withResolvers<unknown>();
let leave = Promise.withResolvers<unknown>();

beforeEach(() => {
	entered = Promise.withResolvers();
	leave = Promise.withResolvers();
});

addNodeType({
	description: describeStub('stub', { restartWebhook: true, isFullPath: true }),
	async execute() {
		resumeUrl = z.string().parse(this.evaluateExpression('{{ $execution.resumeUrl }}', 0));
		Object.assign(this.getContext('node'), { at: new Date(0), nothing: undefined });
		await this.putExecutionToWait(WAIT_INDEFINITELY);
		return [this.getInputData()];
	},
	webhook() {
		const { done, fail } = recordOf(this.getBodyData());
		if (fail === true) throw new Error('It went wrong');
		if (done !== true) return Promise.resolve({ webhookResponse: { heard: true } });
		const workflowData = [[{ json: { woken: true } }]];
		return Promise.resolve({ webhookResponse: 'Thanks', workflowData });
	},
});

addNodeType({
	description: describeStub('stubTrigger', { path: 'webhook' }),
	webhookMethods: {
		default: {
			checkExists() {
				return Promise.resolve('registered' in this.getWorkflowStaticData('node'));
			},
			create() {
				const registered = this.getNodeWebhookUrl('default');
				Object.assign(this.getWorkflowStaticData('node'), { registered });
				return Promise.resolve(true);
			},
			delete() {
				delete this.getWorkflowStaticData('node').registered;
				return Promise.resolve(true);
			},
		},
	},
	async webhook() {
		const memory = this.getWorkflowStaticData('node');
		const { id, fail, slow } = recordOf(this.getBodyData());
		if (slow === true) {
			entered.resolve(true);
			await leave.promise;
		}
		Object.assign(memory, { last: id });
		if (fail === true) throw new Error('It went wrong');
		return { workflowData: [[{ json: { id } }]] };
	},
});

async function post(url: string, body: object) {
	const headers = { 'content-type': 'application/json' };
	const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
	const answer: unknown = await response.json();
	return { status: response.status, body: answer };
}

describe('an execution that waits', () => {
	test('keeps nothing but what is JSON', async () => {
		const execution = await startExecution(owner, listener, {});
		expect(execution.status).toBe('waiting');
		expect(execution.waitTill).toEqual(WAIT_INDEFINITELY);
		expect(execution.stored).toContain('1970-01-01T00:00:00.000Z');
		expect(execution.stored).not.toContain('nothing');
	});

	test('answers a call without items and goes on waiting', async () => {
		const execution = await startExecution(owner, listener, {});
		const before = execution.stored;
		expect(await post(resumeUrl, {})).toEqual({ status: 200, body: { heard: true } });
		expect(execution.status).toBe('waiting');
		expect(execution.stored).toBe(before);
	});

	test('refuses a call without its token', async () => {
		const execution = await startExecution(owner, listener, {});
		const [url = ''] = resumeUrl.split('?');
		expect(await post(url, { done: true })).toMatchObject({ status: 401 });
		expect(execution.status).toBe('waiting');
	});

	test('is woken up by items, which are its output, and only once', async () => {
		const execution = await startExecution(owner, listener, {}, [{ given: 1 }]);
		const calls = [post(resumeUrl, { done: true }), post(resumeUrl, { done: true })];
		const statuses = (await Promise.all(calls)).map(({ status }) => status);
		expect(statuses.filter((status) => status === 200)).toHaveLength(1);
		const { items } = await execution.ended;
		expect(items.map(({ json }) => json)).toEqual([{ woken: true }]);
		expect(await post(resumeUrl, { done: true })).toMatchObject({ status: 409 });
	});

	test('answers 500 to a call that throws and goes on waiting', async () => {
		const execution = await startExecution(owner, listener, {});
		expect(await post(resumeUrl, { fail: true })).toMatchObject({ status: 500 });
		expect(execution.failures).toEqual([expect.objectContaining({ message: 'It went wrong' })]);
		expect(execution.status).toBe('waiting');
	});

	test('passes its input on when its time is over', async () => {
		const execution = await startExecution(owner, listener, {}, [{ given: 1 }]);
		const { items } = await execution.timeOut();
		expect(items.map(({ json }) => json)).toEqual([{ given: 1 }]);
		expect(execution.status).toBe('success');
	});
});

describe('a webhook trigger', () => {
	const activated = async () => {
		const trigger = watchWebhook(owner, listener, {});
		await trigger.activate();
		return trigger;
	};

	test('is registered once, and forgotten when it is deactivated', async () => {
		const trigger = await activated();
		expect(trigger.memory).toEqual({ registered: trigger.url });
		await trigger.activate('init');
		await trigger.deactivate();
		expect(trigger.memory).toEqual({});
		expect(await post(trigger.url, { id: 1 })).toMatchObject({ status: 404 });
	});

	test('starts a run with its items, and keeps what it has learnt', async () => {
		const trigger = await activated();
		const body = { message: 'Workflow was started' };
		expect(await post(trigger.url, { id: 1 })).toEqual({ status: 200, body });
		expect(trigger.runs).toEqual([[{ id: 1 }]]);
		expect(trigger.memory).toMatchObject({ last: 1 });
	});

	test('loses what a call has learnt that threw', async () => {
		const trigger = await activated();
		expect(await post(trigger.url, { id: 1, fail: true })).toMatchObject({ status: 500 });
		expect(trigger.memory).not.toHaveProperty('last');
		expect(trigger.failures).toHaveLength(1);
	});

	test('writes all of its memory back: of calls that overlap, the last one wins', async () => {
		const trigger = await activated();
		const slow = post(trigger.url, { id: 'slow', slow: true });
		await entered.promise;
		await post(trigger.url, { id: 'fast' });
		expect(trigger.memory).toMatchObject({ last: 'fast' });
		leave.resolve(true);
		await slow;
		expect(trigger.memory).toMatchObject({ last: 'slow' });
	});

	test('waits for one test event without touching the memory of the active one', async () => {
		const trigger = await activated();
		const { memory } = trigger;
		const { url } = await trigger.listen();
		expect(url).not.toBe(trigger.url);
		await post(url, { id: 1 });
		expect(trigger.runs).toEqual([[{ id: 1 }]]);
		expect(trigger.memory).toEqual(memory);
		expect(await post(url, { id: 2 })).toMatchObject({ status: 404 });
	});
});

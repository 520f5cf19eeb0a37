import { eachServer } from '../../probe/each.mts';
import type { Reply } from '../../probe/reply.mts';
import { probe, things } from '../../probe/run.mts';
import type { Script } from '../../probe/server.mts';

const server = eachServer();

const HOUR = 3600;

/** Lets what is due happen first. */
async function turns(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const pauses: Array<[string, Script]> = [
	[
		'in the pause of a Retry-After',
		(_, reply) => {
			reply.json({}, 429, { 'retry-after': HOUR });
		},
	],
	['before the headers', () => {}],
	[
		'in the middle of a body',
		(_, reply) => {
			reply.stall('{"id":');
		},
	],
	[
		'while a body drips',
		async (_, reply) => {
			await reply.endless(' ', 20);
		},
	],
];

test.each(pauses)('cancelling stops the work %s, and nothing is sent after', async (_, script) => {
	server.now.script = script;
	// Each would go on for an hour; more items than requests in parallel wait behind them.
	const result = await probe(server.now, 'get', {
		items: things(10),
		options: { maxRetryWait: HOUR, requestTimeout: HOUR, requestsInParallel: 2 },
		cancelWhen: server.now.arrived(2),
	});
	const sent = server.now.seen.length;
	await probe(server.now, 'get', { items: [], credentialId: 'other' });

	expect(result.items).toEqual([]);
	expect(sent).toBe(2);
	expect(server.now.seen).toHaveLength(2);
});

test('cancelling closes the connections that are open', async () => {
	server.now.script = (_request, reply) => {
		reply.stall('{"id":');
	};
	await probe(server.now, 'get', {
		options: { requestTimeout: HOUR },
		cancelWhen: server.now.arrived(1),
	});
	while (server.now.seen[0]?.endedAt === undefined) {
		await new Promise((resolve) => setImmediate(resolve));
	}

	expect(server.now.seen).toHaveLength(1);
});

test('cancelling stops requests that wait for the limiter', async () => {
	server.now.script = (_request, reply) => {
		reply.json({}, 200, { 'ratelimit-remaining': 0, 'ratelimit-reset': HOUR / 2 });
	};
	await probe(server.now, 'get');
	await probe(server.now, 'get', {
		items: things(10),
		options: { maxRetryWait: HOUR },
		cancelWhen: turns(50),
	});

	expect(server.now.seen).toHaveLength(1);
});

test('cancelling is no error item, also with continue-on-fail', async () => {
	server.now.script = () => {};
	const { items } = await probe(server.now, 'create', {
		items: things(4),
		cancelWhen: server.now.arrived(2),
		options: { requestsInParallel: 2 },
		onError: 'continueRegularOutput',
	});

	expect(items.filter(({ json }) => 'error' in json)).toEqual([]);
	expect(server.now.seen).toHaveLength(2);
});

const NO_ANSWER = 'Probe could not be reached: there was no answer in time [Item 0]';
const NO_END = 'Probe gave no usable answer: the answer did not end in time [Item 0]';

const slow: Array<[string, (reply: Reply) => unknown, message: string]> = [
	['before the headers', () => undefined, NO_ANSWER],
	[
		'in the middle of a body',
		(reply) => {
			reply.stall('{"id":');
		},
		NO_END,
	],
	[
		'while a body drips',
		async (reply) => {
			await reply.endless(' ', 20);
		},
		NO_END,
	],
	[
		'while a header drips',
		async (reply) => {
			await reply.endlessHeader('x', 20);
		},
		NO_ANSWER,
	],
];

test.each(slow)('the timeout ends a request %s, and its connection', async (_, answer, message) => {
	server.now.script = async (_request, reply) => {
		await answer(reply);
	};
	const { error } = await probe(server.now, 'create', { options: { requestTimeout: 0.3 } });
	while (server.now.seen[0]?.endedAt === undefined) {
		await new Promise((resolve) => setImmediate(resolve));
	}

	expect(error?.message).toBe(message);
	expect(server.now.seen).toHaveLength(1);
});

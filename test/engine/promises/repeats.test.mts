import { eachServer } from '../../probe/each.mts';
import type { Reply } from '../../probe/reply.mts';
import { probe, things } from '../../probe/run.mts';

const server = eachServer();

beforeEach(() => {
	// Pauses are a random part of a growing time: a small part keeps the tests fast.
	jest.spyOn(Math, 'random').mockReturnValue(0.01);
});

afterEach(() => {
	jest.restoreAllMocks();
});

/** Answers the first request so, and every other well. */
function firstThen(first: (reply: Reply) => void): void {
	server.now.script = ({ number }, reply) => {
		if (number === 0) first(reply);
		else reply.json({ id: 'made' });
	};
}

const unsure: Array<[string, (reply: Reply) => void]> = [
	[
		'status 500',
		(reply) => {
			reply.json({ message: 'broken' }, 500);
		},
	],
	[
		'status 502',
		(reply) => {
			reply.text('<html>Bad Gateway</html>', 502);
		},
	],
	[
		'status 503 without Retry-After',
		(reply) => {
			reply.json({}, 503);
		},
	],
	[
		'a reset before the answer',
		(reply) => {
			reply.reset();
		},
	],
	[
		'an answer that breaks off',
		(reply) => {
			reply.breakOff('{"id":');
		},
	],
	['no answer in time', () => {}],
	[
		'an answer that does not end in time',
		(reply) => {
			reply.stall('{"id":');
		},
	],
];

/** Only what never comes is given up soon: on a busy machine everything is late. */
const optionsFor = (what: string) => (what.endsWith('in time') ? { requestTimeout: 1 } : {});

test.each(unsure)('a create is not repeated after %s', async (what, first) => {
	firstThen(first);
	const { error } = await probe(server.now, 'create', { options: optionsFor(what) });

	expect(error?.message).toContain('Probe');
	expect(server.now.seen).toHaveLength(1);
});

test.each(unsure)('reads and idempotent writes are repeated after %s', async (what, first) => {
	// A delete needs nothing of an answer that has begun well.
	const others = what.startsWith('an answer') ? [] : ['remove'];
	for (const operation of ['get', 'update', ...others]) {
		const before = server.now.seen.length;
		server.now.script = ({ number }, reply) => {
			if (number === before) first(reply);
			else reply.json({ id: 'made' });
		};
		const { error, items } = await probe(server.now, operation, { options: optionsFor(what) });

		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(server.now.seen).toHaveLength(before + 2);
	}
});

test('the error of a create that may have arrived says so', async () => {
	firstThen((reply) => {
		reply.reset();
	});
	const { error } = await probe(server.now, 'create');

	expect(error?.description).toContain('may have taken the request all the same');
});

const refused: Array<[string, (reply: Reply) => void]> = [
	[
		'429',
		(reply) => {
			reply.json({}, 429);
		},
	],
	[
		'429 with Retry-After in seconds',
		(reply) => {
			reply.json({}, 429, { 'retry-after': 0.05 });
		},
	],
	[
		'429 with ratelimit-reset',
		(reply) => {
			reply.json({}, 429, { 'ratelimit-reset': 0.05 });
		},
	],
	[
		'429 with Retry-After as nonsense',
		(reply) => {
			reply.json({}, 429, { 'retry-after': 'soon' });
		},
	],
	[
		'503 with Retry-After',
		(reply) => {
			reply.json({}, 503, { 'retry-after': 0.05 });
		},
	],
];

test.each(refused)('a create is repeated after %s', async (_, first) => {
	firstThen(first);
	const { error, items } = await probe(server.now, 'create');

	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.id)).toEqual(['made']);
	expect(server.now.seen.map(({ body }) => body)).toEqual([{ id: 't0' }, { id: 't0' }]);
});

test('waits until the date that Retry-After names', async () => {
	let date = '';
	firstThen((reply) => {
		date = new Date(Date.now() + 2000).toUTCString();
		reply.json({}, 429, { 'retry-after': date });
	});
	await probe(server.now, 'create');

	expect(server.now.seen).toHaveLength(2);
	expect(server.now.seen[1]?.at).toBeGreaterThanOrEqual(Date.parse(date));
});

test.each(['get', 'create'])('a %s that fails for ever ends', async (operation) => {
	server.now.script = ({ number }, reply) => {
		// A service that recovers at last keeps a failing test from running for ever.
		reply.json({}, number < 300 ? 429 : 200, { 'retry-after': 0 });
	};
	await probe(server.now, operation, { options: { maxRetryWait: 1 } });

	expect(server.now.seen.length).toBeLessThanOrEqual(50);
});

test.each([
	[
		'status 500',
		(reply: Reply) => {
			reply.json({}, 500);
		},
	],
	[
		'a reset',
		(reply: Reply) => {
			reply.reset();
		},
	],
])('%s for ever is repeated a few times only', async (_, answer) => {
	server.now.script = (_request, reply) => {
		answer(reply);
	};
	const { error } = await probe(server.now, 'get');

	expect(error?.message).toContain('Probe');
	expect(server.now.seen).toHaveLength(6);
});

test.each([
	['status 429', {}],
	['status 429', { 'retry-after': 0 }],
	['status 429', { 'retry-after': new Date(0).toUTCString() }],
	['status 500', {}],
])('with no time to repeat there is one request: %s %j', async (status, headers) => {
	server.now.script = ({ number }, reply) => {
		reply.json({}, number < 20 ? Number(status.slice(-3)) : 200, headers);
	};
	const { error } = await probe(server.now, 'get', { options: { maxRetryWait: 0 } });

	expect(server.now.seen).toHaveLength(1);
	expect(error?.description).toContain(status);
});

test.each([429, 503])('a Retry-After beyond the cap is an error at once: %i', async (status) => {
	firstThen((reply) => {
		reply.json({}, status, { 'retry-after': 3600 });
	});
	const { error } = await probe(server.now, 'get');

	expect(server.now.seen).toHaveLength(1);
	expect(error?.description).toContain('Retry for up to (Seconds)');
});

test('a Retry-After beyond the cap does not make the next item wait for it either', async () => {
	firstThen((reply) => {
		reply.json({}, 429, { 'retry-after': 6 });
	});
	const result = await probe(server.now, 'get', {
		items: things(2),
		onError: 'continueRegularOutput',
		options: { maxRetryWait: 1, requestsInParallel: 1 },
	});
	const [first, second] = server.now.seen;

	expect(result.items).toHaveLength(2);
	// Either it is not sent at all, or it is sent without the long pause.
	expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(6000);
});

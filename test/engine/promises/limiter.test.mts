import { eachServer } from '../../probe/each.mts';
import { LIMIT } from '../../probe/probe.mts';
import { probe, things } from '../../probe/run.mts';
import { ProbeServer, type Seen } from '../../probe/server.mts';

const server = eachServer();

/** The most requests that arrived in any window of the limit's length. */
function mostInWindow(seen: readonly Seen[]): number {
	return Math.max(
		...seen.map(
			({ at }) => seen.filter((other) => other.at >= at && other.at < at + LIMIT.perMs).length,
		),
	);
}

test('two nodes with one credential stay within its limit together', async () => {
	const items = things(12);
	const results = await Promise.all([
		probe(server.now, 'get', { type: 'limited', items }),
		probe(server.now, 'get', { type: 'limited', items }),
	]);

	expect(results.map((result) => result.items.length)).toEqual([12, 12]);
	expect(server.now.seen).toHaveLength(24);
	expect(mostInWindow(server.now.seen)).toBeLessThanOrEqual(LIMIT.requests);
});

test('repeats count as well', async () => {
	server.now.script = ({ number }, reply) => {
		reply.json({}, number % 3 === 0 ? 429 : 200, { 'retry-after': 0.01 });
	};
	const { items } = await probe(server.now, 'get', { type: 'limited', items: things(10) });

	expect(items).toHaveLength(10);
	expect(server.now.seen.length).toBeGreaterThan(10);
	expect(mostInWindow(server.now.seen)).toBeLessThanOrEqual(LIMIT.requests);
});

test('redirects count as well', async () => {
	server.now.script = ({ path }, reply) => {
		if (path.startsWith('/moved/')) reply.json({});
		else reply.text('', 307, { location: `/moved${path}` });
	};
	const { items } = await probe(server.now, 'get', { type: 'limited', items: things(6) });

	expect(items).toHaveLength(6);
	expect(mostInWindow(server.now.seen)).toBeLessThanOrEqual(LIMIT.requests);
});

test('another credential is not held up', async () => {
	const held: Array<() => void> = [];
	server.now.script = (_request, reply) => {
		held.push(() => {
			reply.json({});
		});
		// All ten can only arrive while none is answered if each credential has its own limit.
		if (held.length === 10) for (const answer of held) answer();
	};
	const items = things(5);
	const results = await Promise.all([
		probe(server.now, 'get', { type: 'limited', items, credentialId: 'one' }),
		probe(server.now, 'get', { type: 'limited', items, credentialId: 'two' }),
	]);

	expect(results.map((result) => result.items.length)).toEqual([5, 5]);
});

test('waits when the service says that nothing remains', async () => {
	server.now.script = ({ number }, reply) => {
		const headers = { 'ratelimit-remaining': number === 0 ? 0 : 100, 'ratelimit-reset': 1 };
		reply.json({}, 200, headers);
	};
	const run = { items: things(2), options: { requestsInParallel: 1 } };
	await probe(server.now, 'get', run);
	const [first, second] = server.now.seen;

	expect(second?.at).toBeGreaterThanOrEqual((first?.at ?? Infinity) + 1000);
});

test('a 429 with Retry-After holds back the other requests of its group', async () => {
	server.now.script = ({ number }, reply) => {
		if (number === 0) reply.json({}, 429, { 'retry-after': 1 });
		else reply.json({});
	};
	const first = probe(server.now, 'get', { items: things(1) });
	await server.now.arrived(1);
	while (server.now.seen[0]?.endedAt === undefined) {
		await new Promise((resolve) => setImmediate(resolve));
	}
	await first;
	await probe(server.now, 'get', { items: things(3) });
	const refusedAt = server.now.seen[0].at;

	expect(server.now.seen).toHaveLength(5);
	for (const { at } of server.now.seen.slice(1))
		expect(at).toBeGreaterThanOrEqual(refusedAt + 1000);
});

test('what one origin said does not hold back another', async () => {
	const other = await ProbeServer.start();
	server.now.script = (_request, reply) => {
		reply.json({}, 200, { 'ratelimit-remaining': 0, 'ratelimit-reset': 3600 });
	};
	await probe(server.now, 'get');
	const { items } = await probe(other, 'get');
	await other.stop();

	expect(items).toHaveLength(1);
});

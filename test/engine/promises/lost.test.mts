import { eachServer } from '../../probe/each.mts';
import { probe, things } from '../../probe/run.mts';

const server = eachServer();

test('what batches before the failing one gave is in the error', async () => {
	server.now.script = ({ number }, reply) => {
		if (number === 2) reply.json({ message: 'no more today' }, 403);
		else reply.json({ job: `j${number}` });
	};
	const { error } = await probe(server.now, 'send', {
		items: things(10),
		options: { requestsInParallel: 1 },
	});

	expect(server.now.seen).toHaveLength(3);
	expect(error?.message).toBe('Probe: no more today');
	expect(error?.description).toContain(
		'Already accepted: job j0 (2 items from Item 0); job j1 (2 items from Item 2).',
	);
	expect(error?.context?.accepted).toEqual([
		{ items: [0, 1], what: 'job j0' },
		{ items: [2, 3], what: 'job j1' },
	]);
});

test('batches that end after the failing one are in the error too', async () => {
	const held: Array<() => void> = [];
	server.now.script = ({ number }, reply) => {
		if (number === 2) reply.json({ message: 'no' }, 403);
		else
			held.push(() => {
				reply.json({ job: `j${number}` });
			});
	};
	const run = probe(server.now, 'send', { items: things(10), options: { requestsInParallel: 3 } });
	await server.now.arrived(3);
	while (server.now.seen[2]?.endedAt === undefined) {
		await new Promise((resolve) => setImmediate(resolve));
	}
	for (const answer of held) answer();
	const { error } = await run;

	expect(server.now.seen).toHaveLength(3);
	expect(error?.message).toBe('Probe: no');
	expect(error?.context?.accepted).toEqual(
		expect.arrayContaining([
			{ items: [0, 1], what: 'job j0' },
			{ items: [2, 3], what: 'job j1' },
		]),
	);
});

test('single creates that were taken are in the error', async () => {
	server.now.script = ({ number, body }, reply) => {
		if (number === 2) reply.json({ message: 'no' }, 422);
		else reply.json({ ...Object(body), id: `made-${number}` });
	};
	const { error } = await probe(server.now, 'create', {
		items: things(5),
		options: { requestsInParallel: 1 },
	});

	expect(server.now.seen).toHaveLength(3);
	expect(error?.description).toContain('Already accepted: ID made-0 (Item 0); ID made-1 (Item 1).');
});

test('an answer of the wrong form does not hide what was created', async () => {
	server.now.script = ({ number }, reply) => {
		reply.json(number === 0 ? { id: 'made-0' } : 'created');
	};
	const { error } = await probe(server.now, 'create', {
		items: things(2),
		options: { requestsInParallel: 1 },
	});

	expect(error?.message).toContain('it is not an object');
	expect(error?.context?.accepted).toEqual([
		{ items: [0], what: 'ID made-0' },
		{ items: [1], what: 'create thing' },
	]);
});

test('a thousand receipts do not fill the screen, but none is lost', async () => {
	server.now.script = ({ number }, reply) => {
		if (number === 1000) reply.json({ message: 'no' }, 400);
		else reply.json({ id: number });
	};
	const { error } = await probe(server.now, 'create', {
		items: things(1001),
		options: { requestsInParallel: 1 },
	});

	expect(error?.description).toContain('ID 99 (Item 99); and 900 more.');
	expect(error?.context?.accepted).toHaveLength(1000);
});

test('with continue-on-fail the other batches are sent and their output kept', async () => {
	server.now.script = ({ number }, reply) => {
		if (number === 1) reply.json({ message: 'no' }, 403);
		else reply.json({ job: `j${number}` });
	};
	const { items } = await probe(server.now, 'send', {
		items: things(6),
		options: { requestsInParallel: 1 },
		onError: 'continueRegularOutput',
	});

	expect(items.map(({ json }) => json.job ?? json.error)).toEqual([
		'j0',
		'Probe: no',
		'Probe: no',
		'j2',
	]);
});

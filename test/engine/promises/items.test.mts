import { eachServer } from '../../probe/each.mts';
import type { Reply } from '../../probe/reply.mts';
import { linksOf, probe, things } from '../../probe/run.mts';

const server = eachServer();

/** Holds answers back until so many requests wait, then gives them in the reverse order. */
function answerInReverse(waves: number): void {
	let held: Array<() => void> = [];
	server.now.script = ({ path }, reply: Reply) => {
		held.push(() => {
			reply.json({ path });
		});
		if (held.length < waves) return;
		const wave = held.toReversed();
		held = [];
		for (const answer of wave) answer();
	};
}

test('keeps the order of the input though answers come back out of order', async () => {
	answerInReverse(8);
	const result = await probe(server.now, 'get', { items: things(24) });

	expect(result.items.map(({ json }) => json.path)).toEqual(
		things(24).map((_, item) => `/things/t${item}`),
	);
	expect(linksOf(result)).toEqual(things(24).map((_, item) => [item]));
});

test.each([1, 3, 8])('has no more than %i requests under way', async (requestsInParallel) => {
	answerInReverse(requestsInParallel);
	const items = things(24);
	const result = await probe(server.now, 'get', { items, options: { requestsInParallel } });

	expect(result.items).toHaveLength(24);
	expect(server.now.mostInFlight).toBe(requestsInParallel);
});

test('links every record of an item to it, also where an item has none', async () => {
	const counts = [3, 0, 2, 1];
	server.now.script = ({ path }, reply) => {
		const item = Number(path.split('t').at(-1));
		reply.json({ things: things(counts[item] ?? 0).map(({ id }) => ({ id, item })) });
	};
	const parameters = { returnAll: true };
	const result = await probe(server.now, 'listAll', { items: things(4), parameters });

	expect(result.items.map(({ json }) => [json.item, json.id])).toEqual([
		[0, 't0'],
		[0, 't1'],
		[0, 't2'],
		[2, 't0'],
		[2, 't1'],
		[3, 't0'],
	]);
	expect(linksOf(result)).toEqual([[0], [0], [0], [2], [2], [3]]);
});

test('links what a batch brought to all its items', async () => {
	server.now.script = ({ number }, reply) => {
		reply.json({ job: `j${number}` });
	};
	const groups = ['a', 'b', 'a', 'b', 'a'];
	const result = await probe(server.now, 'send', {
		items: groups.map((group, index) => ({ id: `t${index}`, group })),
		parameters: { group: '={{ $json.group }}' },
		options: { requestsInParallel: 1 },
	});

	expect(server.now.seen.map(({ body }) => body)).toEqual([
		{ group: 'a', ids: ['t0', 't2'] },
		{ group: 'b', ids: ['t1', 't3'] },
		{ group: 'a', ids: ['t4'] },
	]);
	expect(linksOf(result)).toEqual([[0, 2], [1, 3], [4]]);
});

test('puts error items in their places, and deletes and errors are linked too', async () => {
	server.now.script = ({ path }, reply) => {
		if (path.endsWith('1')) reply.json({ message: 'gone' }, 404);
		else reply.text('', 204);
	};
	const onError = 'continueRegularOutput';
	const result = await probe(server.now, 'remove', { items: things(3), onError });

	expect(result.items.map(({ json }) => json)).toEqual([
		{ deleted: true },
		{
			error: 'Probe: gone [Item 1]',
			message:
				'remove thing: it does not exist there, or not for this key: check the IDs in the node (status 404)',
		},
		{ deleted: true },
	]);
	expect(linksOf(result)).toEqual([[0], [1], [2]]);
});

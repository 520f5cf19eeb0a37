import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { eachServer } from '../../probe/each.mts';
import { linksOf, probe, things } from '../../probe/run.mts';
import type { NodeResult } from '../../support/engine.mts';

const server = eachServer();

/** Serves a list of so many things by _skip and _limit. */
function serve(total: number, size: (asked: number) => number = (asked) => asked): void {
	const all = things(total);
	server.now.script = ({ query }, reply) => {
		const skip = Number(query._skip);
		const page = all.slice(skip, skip + size(Number(query._limit)));
		reply.json({ things: page, has_more: skip + page.length < total });
	};
}

async function read(
	parameters: INodeParameters,
	options: INodeParameters = {},
): Promise<NodeResult> {
	return await probe(server.now, 'listOffset', { parameters, options });
}

function ids({ items }: NodeResult): unknown[] {
	return items.map(({ json }) => json.id);
}

function expected(count: number): unknown[] {
	return things(count).map(({ id }: IDataObject) => id);
}

function sizes(): Array<string | undefined> {
	return server.now.seen.map(({ query }) => query._limit);
}

test('reads all pages in order, though later pages come first', async () => {
	const all = things(1500);
	let held: Array<() => void> = [];
	server.now.script = ({ query }, reply) => {
		const skip = Number(query._skip);
		held.push(() => {
			reply.json({ things: all.slice(skip, skip + 200), has_more: skip + 200 < all.length });
		});
		// After the first page at least two are under way at any time.
		if (skip > 0 && held.length < 2) return;
		const answers = held.toReversed();
		held = [];
		for (const answer of answers) answer();
	};
	const result = await read({ returnAll: true });

	expect(ids(result)).toEqual(expected(1500));
	expect(new Set(server.now.seen.map(({ query }) => query._skip)).size).toBe(
		server.now.seen.length,
	);
	expect(server.now.mostInFlight).toBeGreaterThan(1);
});

test.each([
	[50, ['50']],
	[200, ['200']],
	// Each page begins with the last record of the one before, unless that cost a page more.
	[201, ['200', '2']],
	[250, ['200', '51']],
	[400, ['200', '200']],
	[950, ['200', '200', '200', '200', '154']],
])('with the limit %i it asks for no more', async (limit, asked) => {
	serve(5000);
	const result = await read({ limit });

	expect(ids(result)).toEqual(expected(limit));
	expect(sizes()).toEqual(asked);
});

test('stops early when the service says that there is no more', async () => {
	serve(120);
	const result = await read({ returnAll: true });

	expect(ids(result)).toEqual(expected(120));
	expect(server.now.seen).toHaveLength(1);
});

test('a list that ends at a page edge is whole', async () => {
	serve(400);
	expect(ids(await read({ returnAll: true }))).toEqual(expected(400));
});

test('an empty list is no item', async () => {
	serve(0);
	const result = await read({ returnAll: true });

	expect(result.error).toBeUndefined();
	expect(result.items).toEqual([]);
});

test('an empty page ends the list, also when the service says that there is more', async () => {
	const all = things(400);
	server.now.script = ({ query }, reply) => {
		const skip = Number(query._skip);
		reply.json({ things: all.slice(skip, skip + Number(query._limit)), has_more: true });
	};
	const result = await read({ returnAll: true });

	expect(ids(result)).toEqual(expected(400));
	expect(server.now.seen.length).toBeLessThan(20);
});

test.each([
	['smaller', 70],
	['larger', 330],
])('loses and doubles nothing when pages are %s than asked for', async (_, size) => {
	serve(1000, () => size);

	expect(ids(await read({ returnAll: true }))).toEqual(expected(1000));
});

test('smaller pages than asked for do not cost many times the requests', async () => {
	serve(2000, () => 100);
	await read({ returnAll: true });

	expect(server.now.seen.length).toBeLessThanOrEqual(2 * 20);
});

test('smaller pages than asked for are read up to the limit', async () => {
	serve(1000, (asked) => Math.min(asked, 70));

	expect(ids(await read({ limit: 155 }))).toEqual(expected(155));
});

test('a page that fails is an error of its item only', async () => {
	server.now.script = ({ path, query }, reply) => {
		const skip = Number(query._skip);
		if (path.startsWith('/lists/t1') && skip > 0) reply.json({ message: 'no' }, 400);
		else reply.json({ things: things(400).slice(skip, skip + 200), has_more: skip === 0 });
	};
	const result = await probe(server.now, 'listOffset', {
		items: things(3),
		parameters: { limit: 400 },
		onError: 'continueRegularOutput',
	});
	const links = linksOf(result).map(([item]) => item);

	expect(links).toEqual([...things(400).map(() => 0), 1, ...things(400).map(() => 2)]);
	expect(result.items[400]?.json.error).toBe('Probe: no [Item 1]');
});

test.each([
	['an object that is no list', { things: { id: 1 } }],
	['a list of texts', { things: ['a'] }],
	['a number', 5],
])('a page that holds %s is a readable error', async (_, page) => {
	server.now.script = (_request, reply) => {
		reply.json(page);
	};
	const { error } = await read({ returnAll: true });

	expect(error?.message).toBe(
		'Probe answered in an unexpected form: it holds no list of records [Item 0]',
	);
	expect(error?.description).toContain(`starts with ${JSON.stringify(page)}`);
});

test.each([
	['the answer', null],
	['the list', { things: null, has_more: false }],
])('null in the place of %s is an empty list', async (_, page) => {
	server.now.script = (_request, reply) => {
		reply.json(page);
	};
	const { error, items } = await read({ returnAll: true });

	expect(error).toBeUndefined();
	expect(items).toEqual([]);
});

test.each([['true'], [1], ['1']])('%p says that there is more', async (more) => {
	const all = things(450);
	server.now.script = ({ query }, reply) => {
		const skip = Number(query._skip);
		const page = all.slice(skip, skip + 200);
		reply.json({ things: page, has_more: skip + page.length < all.length ? more : 'false' });
	};

	expect(ids(await read({ returnAll: true }))).toEqual(expected(450));
});

test('a list that knows no position ends with a readable error', async () => {
	server.now.script = (_request, reply) => {
		reply.json({ things: things(200), has_more: true });
	};
	const { error } = await read({ returnAll: true });

	expect(error?.message).toContain(
		'Probe answered in an unexpected form: it is the first page again',
	);
	expect(server.now.seen.length).toBeLessThan(10);
});

test('records that are added or removed while the list is read shift nothing away', async () => {
	let all = things(1000);
	server.now.script = ({ number, query }, reply) => {
		if (number === 1) all = all.slice(150);
		if (number === 4) all = [{ id: 'new' }, ...all];
		const skip = Number(query._skip);
		const page = all.slice(skip, skip + Number(query._limit));
		reply.json({ things: page, has_more: skip + page.length < all.length });
	};
	const read = ids(await probe(server.now, 'listOffset', { parameters: { returnAll: true } }));

	expect(new Set(read).size).toBe(read.length);
	expect(expected(1000).filter((id) => !read.includes(id))).toEqual([]);
});

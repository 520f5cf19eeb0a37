import type { INodeParameters } from 'n8n-workflow';
import { eachServer } from '../../probe/each.mts';
import { KEY, probe } from '../../probe/run.mts';
import { ProbeServer } from '../../probe/server.mts';
import type { NodeResult } from '../../support/engine.mts';

const server = eachServer();

const PAGES = 4;

/** Serves pages of two records; each links to the next by what `link` makes of its number. */
function serve(link: (page: number) => unknown): void {
	server.now.script = ({ query, path }, reply) => {
		const page = Number(query.page ?? 1);
		const next = link(page);
		if (!path.startsWith('/lists/t0')) reply.json({ message: `no ${path}` }, 404);
		else reply.json({ things: [{ id: `${page}a` }, { id: `${page}b` }], next });
	};
}

function upTo(last: number, address: (page: number) => unknown): (page: number) => unknown {
	return (page) => (page < last ? address(page + 1) : null);
}

async function read(parameters: INodeParameters = { returnAll: true }): Promise<NodeResult> {
	return await probe(server.now, 'listNext', { parameters });
}

function ids({ items }: NodeResult): unknown[] {
	return items.map(({ json }) => json.id);
}

const WHOLE = ['1a', '1b', '2a', '2b', '3a', '3b', '4a', '4b'];

test.each([
	['absolute', (page: number) => `${server.now.url}/lists/t0?page=${page}`],
	['from the root', (page: number) => `/lists/t0?page=${page}`],
	['with another query only', (page: number) => `?page=${page}`],
	['relative to the list', (page: number) => `t0?page=${page}`],
])('follows next links to the end: %s', async (_, address) => {
	serve(upTo(PAGES, address));
	const result = await read();

	expect(result.error).toBeUndefined();
	expect(ids(result)).toEqual(WHOLE);
	expect(server.now.seen).toHaveLength(PAGES);
});

test.each([
	[1, 1],
	[2, 1],
	[3, 2],
	[4, 2],
	[50, 4],
])('with the limit %i it asks for %i pages', async (limit, asked) => {
	serve(upTo(PAGES, (page) => `/lists/t0?page=${page}`));

	expect(ids(await read({ limit }))).toEqual(WHOLE.slice(0, limit));
	expect(server.now.seen).toHaveLength(asked);
});

test.each([
	['to its own page', (page: number) => `/lists/t0?page=${Math.min(page + 1, 3)}`, 3],
	['to an earlier page', (page: number) => `/lists/t0?page=${page === 3 ? 2 : page + 1}`, 3],
	['to the start', (page: number) => (page === 3 ? '/lists/t0' : `/lists/t0?page=${page + 1}`), 3],
	['from the start to itself', () => '/lists/t0', 1],
])('a link that comes twice ends the list: %s', async (_, link, pages) => {
	serve(link);
	const result = await read();

	expect(ids(result)).toEqual(WHOLE.slice(0, pages * 2));
	expect(server.now.seen).toHaveLength(pages);
});

test('links without end to the same records end with an error', async () => {
	server.now.script = ({ number }, reply) => {
		// A list that ends at last keeps a failing test from running for ever.
		const next = number < 100 ? `/lists/t0?cursor=${number}` : null;
		reply.json({ things: [{ id: '1a' }, { id: '1b' }], next });
	};
	const result = await read();

	expect(result.error?.message).toContain('bring nothing new');
	expect(server.now.seen.length).toBeLessThan(10);
});

test('a page without records, or with known ones, does not end a list', async () => {
	const pages = [['1a'], [], ['1a'], ['2a']].map((names) => names.map((id) => ({ id })));
	server.now.script = ({ number }, reply) => {
		const next = number < pages.length - 1 ? `/lists/t0?page=${number + 2}` : null;
		reply.json({ things: pages[number], next });
	};

	expect(ids(await read())).toEqual(['1a', '2a']);
});

test.each([0, '', null, undefined, 7, true, {}, []])('%j is no link', async (link) => {
	serve(() => link);

	expect(ids(await read())).toEqual(['1a', '1b']);
});

test.each([
	['another host', (url: string) => `${url}/lists/t0`],
	['another host without a protocol', (url: string) => url.replace('http:', '')],
	['another host behind a user name', (url: string) => `http://127.0.0.1@${url.slice(7)}/`],
	['another host by its name', (url: string) => url.replace('127.0.0.1', 'localhost')],
])('a link to %s is refused, and the host hears nothing', async (_, link) => {
	const foreign = await ProbeServer.start();
	serve(() => link(foreign.url));
	const { error } = await read();

	expect(foreign.seen).toEqual([]);
	expect(server.now.seen).toHaveLength(1);
	expect(error?.message).toContain('where your key must not be sent');
	await foreign.stop();
});

test.each(['http://[', 'mailto:a@b.example', 'javascript:alert(1)', 'https://127.0.0.1/lists'])(
	'a link that leads nowhere is a readable error: %s',
	async (link) => {
		serve(() => link);
		const { error } = await read();

		expect(error?.message).toMatch(/^Probe /);
		expect(server.now.seen).toHaveLength(1);
	},
);

test('a user name in a link does not take the place of the key', async () => {
	serve(upTo(2, () => `${server.now.url.replace('//', '//name:word@')}/lists/t0?page=2`));
	await read();

	for (const { headers } of server.now.seen) expect(headers.authorization).toBe(`Bearer ${KEY}`);
});

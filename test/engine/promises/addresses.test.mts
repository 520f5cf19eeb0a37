// Where requests go: the Base URL, IDs in paths, links.
import fc from 'fast-check';
import { eachServer } from '../../probe/each.mts';
import { probe } from '../../probe/run.mts';
import { tried } from '../../support/tried.mts';

const server = eachServer();

const ok = () => {
	server.now.script = (_request, reply) => {
		reply.json({ id: 't0' });
	};
};

test.each([
	['', '/things/t0'],
	['/', '/things/t0'],
	['/proxy', '/proxy/things/t0'],
	['/proxy/of/probe/', '/proxy/of/probe/things/t0'],
	// Pasted with the beginning of the API's own path.
	['/things', '/things/t0'],
])('a Base URL that ends in "%s" is kept as a prefix', async (path, called) => {
	ok();
	const { error } = await probe(server.now, 'get', { baseUrl: `${server.now.url}${path}` });

	expect(error).toBeUndefined();
	expect(server.now.paths()).toEqual([called]);
});

test.each(['..', '.', ' .. '])('the ID "%s" reaches no other endpoint', async (id) => {
	ok();
	const onError = 'continueRegularOutput';
	const { items } = await probe(server.now, 'remove', { items: [{ id }, { id: 't1' }], onError });

	expect(items[0]?.json.error).toBe("'Thing ID' is no ID: it would reach another address [Item 0]");
	expect(items[1]?.json).toEqual({ deleted: true });
	expect(server.now.paths()).toEqual(['/things/t1']);
});

test('whatever the ID, it is one part of the path, and arrives whole', async () => {
	ok();
	const id = fc
		.oneof(
			fc.string({ minLength: 1, unit: 'binary' }),
			fc.constantFrom('%2e%2e', '../x', 'a?b#c', '//'),
		)
		.map((text) => text.trim())
		.filter((text) => !['', '.', '..'].includes(text) && text.isWellFormed());
	await fc.assert(
		fc.asyncProperty(id, async (text) => {
			const { error } = await probe(server.now, 'get', { items: [{ id: text }] });
			const path = server.now.paths().at(-1) ?? '';
			expect(error).toBeUndefined();
			expect(path.split('/')).toHaveLength(3);
			expect(decodeURIComponent(path.replace('/things/', ''))).toBe(text);
		}),
		tried(150),
	);
});

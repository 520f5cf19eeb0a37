import { eachServer } from '../../probe/each.mts';
import { probe, things } from '../../probe/run.mts';

const server = eachServer();

const items = [{ id: 'a' }, { id: '' }, { id: 'c' }, { id: '  ' }];

test('finds bad input before anything is sent, and says what to do', async () => {
	const { error } = await probe(server.now, 'create', { items });

	expect(server.now.seen).toHaveLength(0);
	expect(error?.message).toBe("'Thing ID' is empty [Item 1]");
	expect(error?.description).toContain("Set 'Thing ID' in the node");
	expect(error?.description).toContain('1 more items have such values. Nothing was sent.');
});

test('with continue-on-fail reports the bad items in their places and sends the rest', async () => {
	server.now.script = ({ body }, reply) => {
		reply.json(body);
	};
	const onError = 'continueRegularOutput';
	const result = await probe(server.now, 'create', { items, onError });

	expect(server.now.seen.map(({ body }) => body)).toEqual([{ id: 'a' }, { id: 'c' }]);
	expect(result.items.map(({ json }) => json.error ?? json.id)).toEqual([
		'a',
		"'Thing ID' is empty [Item 1]",
		'c',
		"'Thing ID' is empty [Item 3]",
	]);
});

test('an expression that fails is bad input of its item only', async () => {
	const result = await probe(server.now, 'get', {
		items: [{ list: ['x'] }, {}, { list: ['y'] }],
		parameters: { thingId: '={{ $json.list.join("") }}' },
		onError: 'continueRegularOutput',
	});

	expect(server.now.paths()).toEqual(['/things/x', '/things/y']);
	expect(result.items).toHaveLength(3);
	expect(result.items[1]?.json.error).toContain('[Item 1]');
});

test('reads parameters for each item, and constant ones rightly for all', async () => {
	const result = await probe(server.now, 'create', {
		items: things(3),
		parameters: { value: 'same' },
		options: { requestsInParallel: 1 },
	});

	expect(result.error).toBeUndefined();
	expect(server.now.seen.map(({ body }) => body)).toEqual([
		{ id: 't0', value: 'same' },
		{ id: 't1', value: 'same' },
		{ id: 't2', value: 'same' },
	]);
});

test('reads an option with an expression for each item', async () => {
	server.now.script = (_request, reply) => {
		reply.json({ job: 'j' });
	};
	await probe(server.now, 'send', {
		items: [1, 1, 3, 3, 3].map((size, index) => ({ id: `t${index}`, size })),
		parameters: { group: '={{ $json.size }}' },
		options: { batchSize: '={{ $json.size }}', requestsInParallel: 1 },
	});

	expect(server.now.seen.map(({ body }) => body)).toEqual([
		{ group: '1', ids: ['t0'] },
		{ group: '1', ids: ['t1'] },
		{ group: '3', ids: ['t2', 't3', 't4'] },
	]);
});

test.each([
	['TRUE', 60],
	[' True ', 60],
	[1, 60],
	['1', 60],
	['FALSE', 50],
	[0, 50],
])('%j is a switch, as a spreadsheet has it', async (all, count) => {
	server.now.script = (_request, reply) => {
		reply.json({ things: things(60) });
	};
	const parameters = { returnAll: '={{ $json.all }}' };
	const { error, items } = await probe(server.now, 'listAll', {
		items: [{ id: 'a', all }],
		parameters,
	});

	expect(error).toBeUndefined();
	expect(items).toHaveLength(count);
});

test('a value cannot reach another endpoint', async () => {
	await probe(server.now, 'get', { items: [{ id: '../admin?x=1#y' }] });

	expect(server.now.paths()).toEqual(['/things/..%2Fadmin%3Fx%3D1%23y']);
});

test('a credential without a web address gives every item its error', async () => {
	const run = { items: things(2), baseUrl: 'not an address' };
	const onError = 'continueRegularOutput';
	const { error } = await probe(server.now, 'get', run);
	const single = await probe(server.now, 'get', { ...run, onError });
	const batched = await probe(server.now, 'send', { ...run, onError });

	expect(error?.message).toContain("'Base URL' of the credential 'Probe API'");
	for (const { items: output } of [single, batched]) {
		expect(output.map(({ json }) => json.error)).toEqual([
			expect.stringContaining("'Base URL'"),
			expect.stringContaining("'Base URL'"),
		]);
	}
});

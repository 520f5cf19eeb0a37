import { eachServer } from '../../probe/each.mts';
import { probe } from '../../probe/run.mts';

const server = eachServer();

// Only the second item needs a node that is not there.
const parameters = { thingId: "={{ $json.id ?? $('Nowhere').item.json.id }}" };
const items = [{ id: 'a' }, {}, { id: 'c' }];

test('an expression that cannot be read names its field and its item, and nothing is sent', async () => {
	const { error } = await probe(server.now, 'get', { parameters, items });

	expect(error?.message).toMatch(/^'Thing ID' cannot be read: .*\[Item 1\]$/);
	expect(error?.description).toContain('Nothing was sent');
	expect(error?.context?.itemIndex).toBe(1);
	expect(server.now.seen).toHaveLength(0);
});

test('with continue-on-fail it is an error in its place, and the others are sent', async () => {
	server.now.script = (_, reply) => {
		reply.json({ id: 'made' });
	};
	const onError = 'continueRegularOutput';
	const result = await probe(server.now, 'get', { parameters, items, onError });

	expect(result.items.map(({ json }) => Object.keys(json)[0])).toEqual(['id', 'error', 'id']);
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 1, 2].map((item) => ({ item })),
	);
	expect(server.now.seen).toHaveLength(2);
});

// A credential that depends on the item: each item is asked for with its own key.
import type { IDataObject } from 'n8n-workflow';
import { eachServer } from '../../probe/each.mts';
import { linksOf, probe } from '../../probe/run.mts';

const server = eachServer();

const CLIENTS = ['acme', 'bolt', 'acme', 'acme', 'bolt', 'acme'];
const items: IDataObject[] = CLIENTS.map((client, index) => ({ id: `t${index}`, client }));
const apiKey = '={{ "key-of-" + $json.client }}';

function keys(): unknown[] {
	return server.now.seen.map(({ headers }) => headers.authorization);
}

test('each item has the key of its own client', async () => {
	server.now.script = ({ path }, reply) => {
		reply.json({ path });
	};
	const options = { requestsInParallel: 1 };
	const { error } = await probe(server.now, 'get', { items, options, apiKey });

	expect(error).toBeUndefined();
	expect(keys()).toEqual(CLIENTS.map((client) => `Bearer key-of-${client}`));
});

test('a batch never mixes two', async () => {
	server.now.script = ({ number }, reply) => {
		reply.json({ job: `j${number}` });
	};
	const options = { requestsInParallel: 1, batchSize: 3 };
	const result = await probe(server.now, 'send', { items, options, apiKey });

	expect(server.now.seen.map(({ body }) => body)).toEqual([
		{ ids: ['t0', 't2', 't3'] },
		{ ids: ['t1', 't4'] },
		{ ids: ['t5'] },
	]);
	expect(keys()).toEqual(['acme', 'bolt', 'acme'].map((client) => `Bearer key-of-${client}`));
	expect(linksOf(result)).toEqual([[0, 2, 3], [1, 4], [5]]);
});

test('one that is the same for all is kept for all', async () => {
	server.now.script = (_request, reply) => {
		reply.json({});
	};
	await probe(server.now, 'get', { items });

	expect(new Set(keys()).size).toBe(1);
});

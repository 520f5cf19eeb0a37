// A dry run asks nothing of a vendor, whatever an operation does, and finds what is wrong all the same.
import { eachServer } from '../../probe/each.mts';
import { linksOf, probe, shown, things, KEY } from '../../probe/run.mts';

const server = eachServer();
const dry = { dryRun: true };

test('an operation that asks before it writes does not get to ask', async () => {
	const { items } = await probe(server.now, 'askAndWrite', { items: things(2), options: dry });

	expect(server.now.seen).toEqual([]);
	expect(items.map(({ json }) => json.request)).toEqual([
		{ method: 'GET', url: `${server.now.url}/things/t0` },
		{ method: 'GET', url: `${server.now.url}/things/t1` },
	]);
});

test('a credential that depends on the item divides batches, and stays out of the output', async () => {
	const clients = ['acme', 'bolt', 'acme', 'acme'];
	const result = await probe(server.now, 'send', {
		items: clients.map((client, at) => ({ id: `t${at}`, client })),
		options: { ...dry, batchSize: 2 },
		apiKey: `={{ "${KEY}" + $json.client }}`,
	});

	expect(server.now.seen).toEqual([]);
	expect(result.items.map(({ json }) => [json.request_number, json.items_in_request])).toEqual([
		[1, 2],
		[2, 1],
		[1, 2],
		[3, 1],
	]);
	expect(linksOf(result)).toEqual([[0], [1], [2], [3]]);
	expect(shown(result)).not.toContain(KEY);
});

test.each(['create', 'send'])('%s finds a credential that cannot be used', async (operation) => {
	const run = { items: things(2), options: dry, baseUrl: 'not an address' };
	const { error } = await probe(server.now, operation, run);
	const onError = 'continueRegularOutput';
	const { items, hints } = await probe(server.now, operation, { ...run, onError });

	expect(error?.message).toContain("'Base URL' of the credential 'Probe API'");
	expect(items.map(({ json }) => json.error)).toEqual([
		expect.stringContaining("'Base URL'"),
		expect.stringContaining("'Base URL'"),
	]);
	expect(hints).toEqual([]);
});

test('the next try of Retry On Fail sends what failed, and rehearses nothing again', async () => {
	server.now.script = ({ number }, reply) => {
		reply.json({ id: 'made' }, number === 0 ? 400 : 200);
	};
	const { items } = await probe(server.now, 'create', {
		items: [
			{ id: 't0', dry: true },
			{ id: 't1', dry: false },
		],
		options: { dryRun: '={{ $json.dry }}' },
		retryOnFail: true,
	});

	expect(server.now.seen.map(({ body }) => body)).toEqual([{ id: 't1' }, { id: 't1' }]);
	expect(items.map(({ json }) => json.dry_run ?? json.id)).toEqual([true, 'made']);
});

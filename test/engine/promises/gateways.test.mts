// What stands between a node and its vendor: gateways that answer in its place, with web pages, after
// the vendor may have taken a request.
import { eachServer } from '../../probe/each.mts';
import { linksOf, probe, things } from '../../probe/run.mts';

const server = eachServer();

const PAGE = '<html><head><title>Bad Gateway</title></head><body><h1>nginx</h1></body></html>';
const onError = 'continueRegularOutput';

test.each([502, 504])('a create that a gateway answers with %i is sent once', async (status) => {
	server.now.script = ({ number }, reply) => {
		if (number === 0) reply.text(PAGE, status);
		else reply.json({ id: `made-${number}` });
	};
	const options = { requestsInParallel: 1 };
	const result = await probe(server.now, 'create', { items: things(2), onError, options });

	expect(server.now.seen.map(({ body }) => body)).toEqual([{ id: 't0' }, { id: 't1' }]);
	const [failed, made] = result.items.map(({ json }) => json);
	expect(failed?.error).toContain(`a web page (${status})`);
	expect(made).toEqual({ id: 'made-1' });
	expect(linksOf(result)).toEqual([[0], [1]]);
});

test.each([502, 504])('the error of a create says after %i how to find out', async (status) => {
	server.now.script = (_request, reply) => {
		reply.text(PAGE, status);
	};
	const { error } = await probe(server.now, 'create', { items: things(1) });

	expect(error?.message).toBe(`Probe answered with a web page (${status}) [Item 0]`);
	expect(error?.description).toContain(
		'Probe may have taken the request all the same: look there before you run it again',
	);
});

test.each([502, 504])('what may be sent twice is sent again after %i', async (status) => {
	server.now.script = ({ number }, reply) => {
		if (number === 0) reply.text(PAGE, status);
		else reply.json({ id: 't0' });
	};
	const parameters = { value: 'new' };
	const { items } = await probe(server.now, 'update', { items: things(1), parameters });

	expect(items.map(({ json }) => json)).toEqual([{ id: 't0' }]);
	expect(server.now.seen).toHaveLength(2);
});

test.each([403, 404, 413])(
	'a web page with %i is told in words, without its tags',
	async (status) => {
		server.now.script = (_request, reply) => {
			reply.text(PAGE, status, { 'content-type': 'text/html' });
		};
		const { error } = await probe(server.now, 'get', { items: things(1) });

		expect(error?.message).toBe(`Probe answered with a web page (${status}) [Item 0]`);
		expect(error?.description).toContain("check the credential's Base URL");
		expect(`${error?.message} ${error?.description}`).not.toMatch(/<|nginx/);
	},
);

/** Ways to say "again in a second", as vendors say it. */
const soon: Array<[string, () => string]> = [
	['in seconds', () => '1'],
	['in seconds since the epoch', () => String(Math.floor(Date.now() / 1000) + 1)],
	['in ms since the epoch', () => String(Date.now() + 800)],
];

test.each(soon)('a limit whose end is told %s is waited for', async (_, reset) => {
	server.now.script = ({ number }, reply) => {
		if (number > 0) reply.json({ id: 't0' });
		else reply.json({ message: 'slow down' }, 429, { 'ratelimit-reset': reset() });
	};
	const { items } = await probe(server.now, 'create', { items: things(1) });

	expect(items.map(({ json }) => json)).toEqual([{ id: 't0' }]);
	expect(server.now.seen).toHaveLength(2);
});

test('a limit that ended before now is no reason to give up', async () => {
	server.now.script = ({ number }, reply) => {
		if (number > 0) reply.json({ id: 't0' });
		else reply.json({ message: 'slow down' }, 429, { 'ratelimit-reset': '1700000000' });
	};
	const { error } = await probe(server.now, 'get', { items: things(1) });

	expect(error).toBeUndefined();
});

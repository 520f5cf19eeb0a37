// What a run tells of itself: a hint above its output, and data by which executions are found.
import { eachServer } from '../../probe/each.mts';
import { probe, things } from '../../probe/run.mts';

const server = eachServer();

test('items and requests', async () => {
	const one = await probe(server.now, 'get', { items: things(1) });
	const many = await probe(server.now, 'get', { items: things(1_200) });

	expect(one.report).toMatch(/^1 item in 1 request, \d+\.\d s$/);
	expect(many.report).toMatch(/^1,200 items in 1,200 requests, \d+\.\d s/);
	expect(many.kept).toEqual({ Probe_requests: '1200' });
});

test('what many items came to in one request, and one item in many', async () => {
	server.now.script = ({ number }, reply) => {
		reply.json({ job: `j${number}` });
	};
	const sent = await probe(server.now, 'send', { items: things(10), options: { batchSize: 5 } });
	server.now.script = ({ query }, reply) => {
		const skip = Number(query._skip);
		reply.json({ things: things(400).slice(skip, skip + 200), has_more: skip < 200 });
	};
	const read = await probe(server.now, 'listOffset', { parameters: { returnAll: true } });

	expect(sent.report).toMatch(/^10 items in 2 requests, /);
	expect(read.report).toMatch(/^400 items from \d requests, /);
});

test('what was repeated and waited for', async () => {
	server.now.script = ({ number }, reply) => {
		if (number === 0) reply.json({}, 429, { 'retry-after': 1 });
		else if (number === 1) reply.json({}, 500);
		else if (number === 2) reply.reset();
		else reply.json({});
	};
	const { report } = await probe(server.now, 'get', { items: things(1) });

	expect(report).toMatch(
		/^1 item in 4 requests, \d\.\d s; 1 request repeated after 429; 1 request repeated after 500; 1 request repeated after a network fault; waited \d\.\d s until more could be sent$/,
	);
});

test('what was refused, by the vendor or before anything was sent', async () => {
	server.now.script = ({ path }, reply) => {
		reply.json({}, path.endsWith('t1') ? 404 : 200);
	};
	const items = [...things(3), { id: '' }];
	const result = await probe(server.now, 'get', { items, onError: 'continueRegularOutput' });

	expect(result.report).toMatch(/^4 items in 3 requests, .*; 2 items refused$/);
	expect(result.kept).toEqual({ Probe_requests: '3', Probe_refused: '2' });
});

test('nothing, where nothing was sent', async () => {
	const result = await probe(server.now, 'get', {
		items: [{ id: '' }],
		onError: 'continueRegularOutput',
	});

	expect(result.report).toBeUndefined();
	expect(result.kept).toEqual({});
});

test('how far it is, while it takes long', async () => {
	server.now.script = ({ number }, reply) => {
		if (number === 0) reply.json({}, 429, { 'retry-after': 4 });
		else reply.json({});
	};
	const { told } = await probe(server.now, 'get', { items: things(1) });

	expect(told).toEqual([
		expect.stringMatching(
			/^\["1 request in 3\.\d s so far; 1 request repeated after 429; waited 3\.\d s until more could be sent"\]$/,
		),
	]);
});

// Retry On Fail runs the whole node again: what was taken is not sent again in the same execution.
import { eachServer } from '../../probe/each.mts';
import { linksOf, probe, things } from '../../probe/run.mts';

const server = eachServer();
const retryOnFail = true;
const onError = 'continueRegularOutput';

function sentIds(): unknown[] {
	return server.now.seen.map(({ body }) =>
		typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined,
	);
}

test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
	'with %s a first item that is wrong sends no other one again',
	async (how) => {
		server.now.script = ({ body }, reply) => {
			reply.json(body);
		};
		const items = [{ id: ' ' }, { id: 't1' }, { id: 't2' }];
		const result = await probe(server.now, 'create', { items, retryOnFail, onError: how });

		expect(sentIds().toSorted()).toEqual(['t1', 't2']);
		expect([...result.items, ...result.errorItems]).toHaveLength(3);
	},
);

test('an item that failed is tried again, alone', async () => {
	server.now.script = ({ number, body }, reply) => {
		if (number === 0) reply.json({ message: 'not now' }, 409);
		else reply.json(body);
	};
	const options = { requestsInParallel: 1 };
	const result = await probe(server.now, 'create', {
		items: things(3),
		options,
		retryOnFail,
		onError,
	});

	expect(sentIds()).toEqual(['t0', 't1', 't2', 't0']);
	expect(result.items.map(({ json }) => json.id)).toEqual(['t0', 't1', 't2']);
	expect(linksOf(result)).toEqual([[0], [1], [2]]);
});

test('without continue-on-fail the next try goes on where the last one stopped', async () => {
	server.now.script = ({ number, body }, reply) => {
		if (number === 1) reply.json({ message: 'not now' }, 409);
		else reply.json(body);
	};
	const options = { requestsInParallel: 1 };
	const result = await probe(server.now, 'create', { items: things(3), options, retryOnFail });

	expect(result.error).toBeUndefined();
	expect(sentIds()).toEqual(['t0', 't1', 't1', 't2']);
	expect(result.items.map(({ json }) => json.id)).toEqual(['t0', 't1', 't2']);
});

test('what was taken without a usable answer is not sent again, and is told', async () => {
	server.now.script = ({ number, body }, reply) => {
		if (number === 1) reply.text('created');
		else reply.json(body);
	};
	const options = { requestsInParallel: 1 };
	const { error } = await probe(server.now, 'create', { items: things(3), options, retryOnFail });

	expect(sentIds()).toEqual(['t0', 't1']);
	expect(error?.message).toContain('Sent in an earlier try: create thing');
	expect(error?.description).toContain('Already accepted: ID t0 (Item 0); create thing (Item 1)');
});

test('batches that were taken are not sent again', async () => {
	let refused = 0;
	server.now.script = ({ number, body }, reply) => {
		if (JSON.stringify(body).includes('t3') && refused++ === 0) reply.json({ message: 'no' }, 409);
		else reply.json({ job: `j${number}` });
	};
	const options = { requestsInParallel: 1, batchSize: 2 };
	const result = await probe(server.now, 'send', { items: things(6), options, retryOnFail });

	expect(result.error).toBeUndefined();
	expect(server.now.seen.map(({ body }) => body)).toEqual([
		{ ids: ['t0', 't1'] },
		{ ids: ['t2', 't3'] },
		{ ids: ['t2', 't3'] },
		{ ids: ['t4', 't5'] },
	]);
	expect(linksOf(result)).toEqual([
		[0, 1],
		[2, 3],
		[4, 5],
	]);
});

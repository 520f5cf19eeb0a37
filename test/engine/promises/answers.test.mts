// What an answer with a good status means, whatever becomes of its body.
import { eachServer } from '../../probe/each.mts';
import { linksOf, probe, things } from '../../probe/run.mts';
import type { Reply } from '../../probe/reply.mts';

const server = eachServer();

const options = { requestTimeout: 1 };

const lost: Array<[string, (reply: Reply) => void]> = [
	[
		'breaks off',
		(reply) => {
			reply.breakOff('{"id":');
		},
	],
	[
		'does not end in time',
		(reply) => {
			reply.stall('{"id":');
		},
	],
];

test.each(lost)('a write without a documented answer is done when it %s', async (_, spoil) => {
	server.now.script = (_request, reply) => {
		spoil(reply);
	};
	const { error, items } = await probe(server.now, 'touch', { items: things(2), options });

	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json)).toEqual([{ success: true }, { success: true }]);
	expect(server.now.seen).toHaveLength(2);
});

const forms: Array<[what: string, body: string, status: number, output: object[]]> = [
	['is empty', '', 204, [{ success: true }]],
	['is null', 'null', 200, [{ success: true }]],
	['is an empty list', '[]', 200, [{ success: true }]],
	['is text', 'OK', 201, [{ success: true, data: 'OK' }]],
	['is a number', '7', 200, [{ success: true, data: 7 }]],
	['is a web page', '<p>Thanks</p>', 200, [{ success: true, data: '<p>Thanks</p>' }]],
	['is a list', '[{ "id": 1 }, { "id": 2 }]', 200, [{ id: 1 }, { id: 2 }]],
	['is an object', '{ "id": 1 }', 200, [{ id: 1 }]],
];

test.each(forms)(
	'a write without a documented answer is done when it %s',
	async (_, body, status, output) => {
		server.now.script = (_request, reply) => {
			reply.text(body, status);
		};
		const result = await probe(server.now, 'touch', { items: [{ id: 't0' }] });

		expect(result.error).toBeUndefined();
		expect(result.items.map(({ json }) => json)).toEqual(output);
		expect(new Set(linksOf(result).flat())).toEqual(new Set([0]));
	},
);

test.each(lost)(
	'a create whose answer %s is told as taken, and not sent again',
	async (_, spoil) => {
		server.now.script = ({ number }, reply) => {
			if (number === 1) spoil(reply);
			else reply.json({ id: `made${number}` });
		};
		const inOrder = { ...options, requestsInParallel: 1 };
		const { error } = await probe(server.now, 'create', { items: things(3), options: inOrder });

		expect(error?.message).toContain('Probe gave no usable answer');
		expect(error?.description).toContain(
			'Already accepted: ID made0 (Item 0); create thing (Item 1)',
		);
		expect(server.now.seen).toHaveLength(2);
	},
);

test('an error item says that the vendor took what it is about', async () => {
	server.now.script = ({ number }, reply) => {
		if (number === 1) reply.text('');
		else reply.json({ id: `made${number}` });
	};
	const { items } = await probe(server.now, 'create', {
		items: things(3),
		onError: 'continueRegularOutput',
		options: { ...options, requestsInParallel: 1 },
	});

	expect(items.map(({ json }) => json.id)).toEqual(['made0', undefined, 'made2']);
	expect(items[1]?.json.message).toMatch(/Already accepted: create thing \(Item 1\)\.$/);
	expect(server.now.seen).toHaveLength(3);
});

test('a batch whose answer lacks what is promised is told as taken', async () => {
	server.now.script = (_request, reply) => {
		reply.json({ message: 'We are on it' });
	};
	const { error } = await probe(server.now, 'send', { items: things(2) });

	expect(error?.message).toBe('Probe: We are on it');
	expect(error?.description).toContain("it holds no 'job'");
	expect(error?.description).toContain('Already accepted: send thing (2 items from Item 0)');
});

test('what an answer with an error status began with is no success', async () => {
	server.now.script = (_request, reply) => {
		reply.breakOff('{"id":', {}, 500);
	};
	const { error } = await probe(server.now, 'touch', { options: { maxRetryWait: 0 } });

	expect(error?.httpCode).toBe('500');
	expect(error?.description).not.toContain('Already accepted');
});

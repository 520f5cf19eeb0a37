import { eachServer } from '../../probe/each.mts';
import { probe } from '../../probe/run.mts';

const server = eachServer();
const options = { requestTimeout: 0.3 };

beforeEach(() => {
	// Pauses are a random part of a growing time: a small part keeps the tests fast.
	jest.spyOn(Math, 'random').mockReturnValue(0.01);
});

afterEach(() => {
	jest.restoreAllMocks();
});

test('a delete whose answer was lost is done, though it is not found when sent again', async () => {
	server.now.script = ({ number }, reply) => {
		if (number === 0) reply.reset();
		else reply.json({ error: 'No such thing' }, 404);
	};
	const { error, items } = await probe(server.now, 'remove', { options });

	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	expect(server.now.seen).toHaveLength(2);
});

test('a delete that was only put off says that there is nothing to delete', async () => {
	server.now.script = ({ number }, reply) => {
		if (number === 0) reply.json({}, 429);
		else reply.json({ error: 'No such thing' }, 404);
	};
	const { error } = await probe(server.now, 'remove', { options });

	expect(error?.message).toContain('No such thing');
	expect(error?.httpCode).toBe('404');
});

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ProbeServer } from '../../probe/server.mts';
import { probe } from '../../probe/run.mts';

const FAILED = 'http.client.request.error';

/** Counts the refused connections to a port, and does something at the first. */
async function whileRefused(
	port: number,
	first: () => void,
	work: () => Promise<void>,
): Promise<number> {
	let refused = 0;
	const note = (message: unknown) => {
		const told = JSON.stringify(message, ['error', 'code', 'port']);
		if (!told.includes('ECONNREFUSED') || !told.includes(String(port))) return;
		refused++;
		if (refused === 1) first();
	};
	subscribe(FAILED, note);
	try {
		await work();
	} finally {
		unsubscribe(FAILED, note);
	}
	return refused;
}

async function closedPort(): Promise<number> {
	const server = await ProbeServer.start();
	const { port } = server;
	await server.stop();
	return port;
}

test('a create is repeated after its connection was refused', async () => {
	const port = await closedPort();
	let late: Promise<ProbeServer> | undefined;
	const refused = await whileRefused(
		port,
		() => {
			late = ProbeServer.start(port);
		},
		async () => {
			const { error } = await probe({ url: `http://127.0.0.1:${port}` }, 'create');
			expect(error).toBeUndefined();
		},
	);
	const server = await late;

	expect(refused).toBeGreaterThanOrEqual(1);
	expect(server?.seen.map(({ body }) => body)).toEqual([{ id: 't0' }]);
	await server?.stop();
});

test('a port that stays closed is an error after a few tries', async () => {
	const random = jest.spyOn(Math, 'random').mockReturnValue(0.01);
	const port = await closedPort();
	const url = `http://127.0.0.1:${port}`;
	const refused = await whileRefused(
		port,
		() => {},
		async () => {
			const { error } = await probe({ url }, 'create');
			expect(error?.message).toBe(
				'Probe could not be reached: the connection was refused [Item 0]',
			);
			expect(error?.description).not.toContain('may have taken');
		},
	);
	random.mockRestore();

	expect(refused).toBeGreaterThan(1);
	expect(refused).toBeLessThanOrEqual(12);
});

// The host's way to a real n8n bears what n8n does to connections.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { Rest } from '../../host/rest.mts';

/** Keeps each connection open and resets it when it is used again, as n8n does after a busy time. */
const answered = new WeakSet<Socket>();
const got: string[] = [];
const server = createServer(({ method, socket }, response) => {
	if (answered.has(socket)) {
		socket.resetAndDestroy();
		return;
	}
	answered.add(socket);
	got.push(method ?? '');
	response.end('{"data":{"ok":true}}');
});

beforeAll(async () => {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
});

afterAll(() => {
	server.closeAllConnections();
	server.close();
});

test('no request goes over a connection that n8n may be about to close, and each goes once', async () => {
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('It listens on a port');
	const rest = new Rest(`http://127.0.0.1:${address.port}`);
	const methods = ['GET', 'POST', 'GET', 'POST', 'PATCH', 'GET'];
	for (const method of methods) {
		const body = method === 'GET' ? undefined : { a: 1 };
		expect(await rest.request(method, '/rest/anything', body)).toEqual({ ok: true });
	}
	expect(got).toEqual(methods);
});

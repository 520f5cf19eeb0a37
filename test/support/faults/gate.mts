// An address that refuses every connection until it is opened.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** Below the ports that systems give to outgoing connections. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/** A port of its own in front of a server. */
export class Gate {
	readonly url: string;
	private readonly sockets = new Set<Socket>();
	private readonly server: Server;
	private readonly port: number;

	private constructor(server: Server, port: number, scheme: string) {
		this.server = server;
		this.port = port;
		this.url = `${scheme}://127.0.0.1:${port}`;
	}

	/**
	 * A closed one.
	 *
	 * @param target the origin that it will lead to
	 * @param scheme what it speaks; https with the certificate of these tests
	 */
	static async to(target: string, scheme: 'http' | 'https' = 'http'): Promise<Gate> {
		const { hostname, port: targetPort } = new URL(target);
		const onSocket = (socket: Socket) => {
			const further = connect(Number(targetPort), hostname);
			for (const end of [socket, further]) gate.keep(end);
			socket.pipe(further).pipe(socket);
		};
		const server =
			scheme === 'http'
				? createServer(onSocket)
				: createTlsServer({ key: pem('key'), cert: certificate() }, onSocket);
		const gate = new Gate(server, await freePort(server), scheme);
		return gate;
	}

	/** Lets connections through from now on. */
	async open(): Promise<void> {
		if (this.server.listening) return;
		this.server.listen(this.port, '127.0.0.1');
		await once(this.server, 'listening');
	}

	/** Ends it with all its connections. */
	async close(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		if (!this.server.listening) return;
		this.server.close();
		await once(this.server, 'close');
	}

	private keep(socket: Socket): void {
		this.sockets.add(socket);
		// The other end's doing, such as a reset.
		socket.on('error', () => socket.destroy());
	}
}

/** Proves 127.0.0.1 to who trusts it: these tests alone. */
export function certificate(): string {
	return pem('certificate');
}

function pem(name: string): string {
	return readFileSync(`test/support/faults/tls/${name}.pem`, 'utf8');
}

/** Each gate has a port that none had before: a client may keep connections to that. */
let tried = process.pid;

/** Finds a port by listening on it for a moment. */
async function freePort(server: Server): Promise<number> {
	for (let left = PORTS; left > 0; left--) {
		const port = FIRST_PORT + (tried++ % PORTS);
		const isFree = await new Promise<boolean>((resolve) => {
			server.once('error', () => {
				resolve(false);
			});
			server.listen(port, '127.0.0.1', () => {
				resolve(true);
			});
		});
		server.removeAllListeners('error');
		if (!isFree) continue;
		server.close();
		await once(server, 'close');
		return port;
	}
	throw new Error('There is no free port for a gate');
}

// Free TCP ports on the loopback interface.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Where ports are looked for: below those that systems hand out for outgoing connections (from 32768 on
 * Linux), so that none takes one between its choice and its use.
 */
const RANGE = { from: 20_000, to: 32_000 } as const;

/**
 * Finds a free port on 127.0.0.1.
 * @param preferred port number to try first, by default any; the next ones follow, up to 50 of them
 * @returns a port number that was free a moment ago
 */
export async function freePort(preferred = randomInt(RANGE.from, RANGE.to)): Promise<number> {
	for (let port = preferred; port < preferred + 50; port++) {
		try {
			return await probe(port);
		} catch {
			// Taken: try the next one.
		}
	}
	throw new Error(
		`No free port from ${preferred} to ${preferred + 49} on 127.0.0.1: end what listens there, or choose another port.`,
	);
}

/** @throws when the port is taken */
async function probe(port: number): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.close(() => {
				resolve(port);
			});
		});
	});
}

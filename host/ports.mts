// Free TCP ports on the loopback interface, asked of the operating system.
import { createServer } from 'node:net';

/**
 * Finds a free port on 127.0.0.1.
 * @param preferred port number to try first; the next ones follow, up to 50 of them
 * @returns a port number that was free a moment ago
 */
export async function freePort(preferred?: number): Promise<number> {
	if (preferred === undefined) return await probe(0);
	for (let port = preferred; port < preferred + 50; port++) {
		try {
			return await probe(port);
		} catch {
			// Taken: try the next one.
		}
	}
	throw new Error(`No free port from ${preferred} to ${preferred + 49} on 127.0.0.1.`);
}

async function probe(port: number): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const found = typeof address === 'object' && address !== null ? address.port : port;
			server.close(() => {
				resolve(found);
			});
		});
	});
}

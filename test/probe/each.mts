import { ProbeServer } from './server.mts';

/** A fresh server for every test of a file: what a limiter learned belongs to an origin. */
export function eachServer(): { readonly now: ProbeServer } {
	let server: ProbeServer | undefined;
	beforeEach(async () => {
		server = await ProbeServer.start();
	});
	afterEach(async () => {
		await server?.stop();
	});
	return {
		get now() {
			if (!server) throw new Error('No test is running');
			return server;
		},
	};
}

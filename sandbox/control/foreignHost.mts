// A host that is not the vendor. It writes down all that reaches it, so that a test can prove that
// a token never went there.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ForeignRequest } from './shapes.mts';

/** The second listener. */
export class ForeignHost {
	#requests: ForeignRequest[] = [];
	readonly #server = createServer((request, response) => {
		this.#receive(request, response);
	});

	get requests(): readonly ForeignRequest[] {
		return this.#requests;
	}

	/** Listens on any free port of 127.0.0.1. Resolves to the origin, without a last slash. */
	async start(): Promise<string> {
		await new Promise<void>((resolve, reject) => {
			this.#server.once('error', reject);
			this.#server.listen(0, '127.0.0.1', resolve);
		});
		const address = this.#server.address();
		if (address === null || typeof address === 'string') throw new Error('No TCP address');
		return `http://127.0.0.1:${address.port}`;
	}

	clear(): void {
		this.#requests = [];
	}

	async close(): Promise<void> {
		const closed = new Promise((resolve) => this.#server.close(resolve));
		this.#server.closeAllConnections();
		await closed;
	}

	#receive(request: IncomingMessage, response: ServerResponse): void {
		const url = new URL(request.url ?? '/', 'http://foreign.invalid');
		// Noted on arrival: a token counts as leaked even when the body never comes.
		const entry: ForeignRequest = {
			n: this.#requests.length + 1,
			at: Date.now(),
			method: request.method ?? '',
			path: url.pathname,
			query: Object.fromEntries(url.searchParams),
			headers: request.headers,
			body: '',
		};
		this.#requests.push(entry);
		let body = '';
		request.setEncoding('utf8');
		request.on('data', (chunk: string) => {
			body += chunk;
			entry.body = body;
		});
		request.on('end', () => {
			response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
		});
	}
}

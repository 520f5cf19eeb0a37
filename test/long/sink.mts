// Where workflows put out what they have: n8n is to keep no executions, so each says itself what came.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { WorkflowNode } from '../../host/workflow.mts';
import { node } from '../e2e/support/chain.mts';

const keysShape = z.array(z.unknown());

/** What came, by who put it out. */
export class Sink {
	readonly url: string;
	private readonly counts = new Map<string, Map<string, number>>();
	private readonly close: () => void;

	private constructor(url: string, close: () => void) {
		this.url = url;
		this.close = close;
	}

	/** Listens on a free port. */
	static async open(): Promise<Sink> {
		const server = createServer((request, response) => {
			void text(request).then((body) => {
				for (const key of keysShape.parse(JSON.parse(body))) {
					sink.note((request.url ?? '').slice(1), JSON.stringify(key));
				}
				response.setHeader('content-type', 'application/json').end('{}');
			});
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : undefined;
		const sink = new Sink(`http://127.0.0.1:${port ?? 0}`, () => {
			server.closeAllConnections();
			server.close();
		});
		return sink;
	}

	/** How often each key came, as JSON. */
	of(name: string): ReadonlyMap<string, number> {
		return this.counts.get(name) ?? new Map();
	}

	/**
	 * A node that puts out something of each item, in one call for all of them.
	 *
	 * @param key an expression over `item`
	 */
	node(name: string, place: number, key: string): WorkflowNode {
		const parameters = {
			method: 'POST',
			url: `${this.url}/${name}`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify($input.all().map((item) => ${key})) }}`,
			options: {},
		};
		const http = node('Put Out', 'n8n-nodes-base.httpRequest', place, parameters);
		return { ...http, typeVersion: 4.2, executeOnce: true };
	}

	stop(): void {
		this.close();
	}

	private note(name: string, key: string): void {
		const counts = this.counts.get(name) ?? new Map<string, number>();
		counts.set(key, (counts.get(key) ?? 0) + 1);
		this.counts.set(name, counts);
	}
}

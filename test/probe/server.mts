// A local server that records every request and answers by script. It stands for no real vendor.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Reply } from './reply.mts';

/** A request as the server saw it. */
export interface Seen {
	/** How many came before it. */
	readonly number: number;
	readonly method: string;
	/** Path and query. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: IncomingHttpHeaders;
	/** The parsed body; undefined when there was none. */
	readonly body: unknown;
	/** When it arrived, in ms since the epoch. */
	readonly at: number;
	/** When its answer ended or broke off. */
	endedAt: number | undefined;
}

/** What to answer: called for every request. */
export type Script = (request: Seen, reply: Reply) => void | Promise<void>;

/** A scriptable server on 127.0.0.1. */
export class ProbeServer {
	readonly seen: Seen[] = [];
	/** The most requests that were under way at once. */
	mostInFlight = 0;
	/** The answer to every request, until a test sets another. */
	script: Script = (_request, reply) => {
		reply.json({});
	};
	private inFlight = 0;
	private readonly server: Server;
	private readonly waiting: Array<{ count: number; done: () => void }> = [];

	private constructor() {
		this.server = createServer((request, response) => {
			void this.take(request, response);
		});
	}

	/** Starts a server. @param port 0 for any that is free */
	static async start(port = 0): Promise<ProbeServer> {
		const probe = new ProbeServer();
		probe.server.listen(port, '127.0.0.1');
		await once(probe.server, 'listening');
		return probe;
	}

	/** The origin, without a last slash. */
	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	get port(): number {
		const address = this.server.address();
		if (!isInternet(address)) throw new Error('The probe server is closed');
		return address.port;
	}

	/** Resolves once so many requests have arrived. */
	async arrived(count: number): Promise<void> {
		if (this.seen.length >= count) return;
		await new Promise<void>((done) => this.waiting.push({ count, done }));
	}

	/** The paths with their queries, in the order of arrival. */
	paths(): string[] {
		return this.seen.map(({ path }) => path);
	}

	/** Ends the server and every connection, also those that hang. */
	async stop(): Promise<void> {
		this.server.closeAllConnections();
		if (!this.server.listening) return;
		this.server.close();
		await once(this.server, 'close');
	}

	private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const at = Date.now();
		this.inFlight++;
		this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
		const url = new URL(request.url ?? '/', 'http://probe');
		const text = await readText(request);
		const seen: Seen = {
			number: this.seen.length,
			method: request.method ?? '',
			path: url.pathname + url.search,
			query: Object.fromEntries(url.searchParams),
			headers: request.headers,
			body: text === '' ? undefined : parsed(text),
			at,
			endedAt: undefined,
		};
		response.once('close', () => {
			this.inFlight--;
			seen.endedAt = Date.now();
		});
		this.seen.push(seen);
		for (const { count, done } of this.waiting) if (this.seen.length >= count) done();
		await this.script(seen, new Reply(response));
	}
}

function isInternet(address: AddressInfo | string | null): address is AddressInfo {
	return typeof address === 'object' && address !== null;
}

async function readText(request: IncomingMessage): Promise<string> {
	let text = '';
	request.setEncoding('utf8');
	for await (const chunk of request) text += String(chunk);
	return text;
}

function parsed(text: string): unknown {
	const value: unknown = JSON.parse(text);
	return value;
}

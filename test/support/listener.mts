// An HTTP server in the place of n8n's own: it hands requests on to whoever waits for them.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request with what n8n adds to it before a node sees it. */
export interface Incoming extends IncomingMessage {
	readonly body: unknown;
	readonly query: Readonly<Record<string, string>>;
	readonly params: Readonly<Record<string, string>>;
}

/** A response that a node may use instead of returning what to answer. */
export interface Outgoing extends ServerResponse {
	status(code: number): Outgoing;
	json(value: unknown): Outgoing;
	send(text: string): Outgoing;
}

/** What n8n answers; undefined where the node has answered itself. */
export type Reply = { readonly status: number; readonly body: unknown } | undefined;

type Handle = (request: Incoming, response: Outgoing) => Promise<Reply>;

/** The server of a test file. */
export interface Listener {
	/** Its origin. */
	readonly url: string;
	/** Takes the requests to a path, such as '/webhook-waiting/1', until the end of the test. */
	serve(path: string, handle: Handle): void;
	/** Takes none any more. */
	refuse(path: string): void;
}

/** Starts a server before the tests of a file and stops it at the end. */
export function useListener(): Listener {
	const handlers = new Map<string, Handle>();
	const server = createServer((request, response) => {
		void answer(handlers, request, response);
	});
	beforeAll(async () => {
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
	});
	afterEach(() => {
		handlers.clear();
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});
	return {
		get url() {
			const address = server.address();
			if (typeof address !== 'object' || !address) throw new Error('It listens in tests only');
			return `http://127.0.0.1:${address.port}`;
		},
		serve(path, handle) {
			handlers.set(trimmed(path), handle);
		},
		refuse(path) {
			handlers.delete(trimmed(path));
		},
	};
}

/** n8n takes no notice of a slash at the end. */
function trimmed(path: string): string {
	return path.replace(/\/$/, '');
}

async function answer(
	handlers: ReadonlyMap<string, Handle>,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const reply = replying(response);
	const { pathname, searchParams } = new URL(request.url ?? '', 'http://n8n.example');
	const handle = handlers.get(trimmed(pathname));
	const sent = await buffer(request);
	const body = parsed(request, sent);
	if (!handle) {
		reply.status(404).json({ code: 404, message: 'The requested webhook is not registered.' });
	} else if (!body) {
		reply.status(422).json({ code: 422, message: 'Failed to parse request body' });
	} else {
		const query = Object.fromEntries(searchParams);
		const incoming = Object.assign(request, {
			body: body.value,
			readRawBody() {
				request.rawBody = sent;
				return Promise.resolve();
			},
			query,
			params: {},
		});
		// Of what is said to have several parts, n8n reads nothing itself.
		if (!typeOf(request).startsWith('multipart/')) await incoming.readRawBody();
		const answered = await handle(incoming, reply);
		if (answered) reply.status(answered.status).json(answered.body);
	}
}

/** The body as n8n's server gives it to nodes; undefined when it cannot be read. */
function parsed(request: IncomingMessage, rawBody: Buffer): { value: unknown } | undefined {
	const type = typeOf(request);
	const text = rawBody.toString('utf8');
	if (type === 'text/plain') return { value: text };
	if (type !== 'application/json' || text === '') return { value: {} };
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

function typeOf({ headers }: IncomingMessage): string {
	return headers['content-type']?.split(';')[0] ?? '';
}

/** Adds the parts of Express that nodes use. */
function replying(response: ServerResponse): Outgoing {
	const outgoing = Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return outgoing;
		},
		json(value: unknown) {
			response.setHeader('content-type', 'application/json; charset=utf-8');
			response.end(JSON.stringify(value));
			return outgoing;
		},
		send(text: string) {
			response.end(text);
			return outgoing;
		},
	});
	return outgoing;
}

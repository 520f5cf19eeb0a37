// n8n's internal REST interface, the one that its editor uses.
import { Agent, fetch, type Response } from 'undici';
import { z } from 'zod';

/**
 * A connection of its own for each request. One that waits to be used again ends, in an n8n that was
 * busy for longer than its keep-alive lasts, before n8n reads the request that has come over it: a
 * reset, of which nobody could say whether a POST was taken.
 */
const freshConnections = new Agent({ pipelining: 0 });

/** Who logs in. n8n wants 8 characters or more with a capital letter and a digit. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** n8n answered a request with an error. */
export class RestError extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.name = 'RestError';
		this.status = status;
	}
}

const envelope = z.object({ data: z.unknown() });
const failure = z.object({ message: z.string() });

/** Requests with the login's cookie. */
export class Rest {
	readonly url: string;
	private cookie = '';

	/** @param url n8n's address without a slash at the end */
	constructor(url: string) {
		this.url = url;
	}

	/**
	 * Sends one request and returns what the answer's `data` holds.
	 * @param path begins with `/rest/`, or `/types/` for the type files
	 * @throws RestError when n8n answers with an error
	 */
	async request(method: string, path: string, body?: unknown): Promise<unknown> {
		const response = await fetch(`${this.url}${path}`, {
			dispatcher: freshConnections,
			method,
			headers: {
				...(this.cookie === '' ? {} : { cookie: this.cookie }),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) {
			throw new RestError(response.status, describe(method, path, response.status, text));
		}
		this.keepCookie(response);
		const parsed: unknown = text === '' ? undefined : JSON.parse(text);
		const wrapped = envelope.safeParse(parsed);
		return wrapped.success && wrapped.data.data !== undefined ? wrapped.data.data : parsed;
	}

	/** Logs in; an instance without an owner gets this one. */
	async signIn(owner: Owner): Promise<void> {
		try {
			await this.logIn(owner);
		} catch (error) {
			if (!(error instanceof RestError) || error.status >= 500) throw error;
			await this.request('POST', '/rest/owner/setup', owner);
		}
	}

	private async logIn({ email, password }: Owner): Promise<void> {
		await this.request('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	private keepCookie(response: Response): void {
		for (const line of response.headers.getSetCookie()) {
			if (line.startsWith('n8n-auth=')) this.cookie = line.split(';', 1)[0] ?? '';
		}
	}
}

function describe(method: string, path: string, status: number, text: string): string {
	let message = text.slice(0, 300);
	try {
		const known = failure.safeParse(JSON.parse(text));
		if (known.success) message = known.data.message;
	} catch {
		// Not JSON: the text itself is the best there is.
	}
	return `n8n answered ${method} ${path} with ${status}: ${message}`;
}

import { eachServer } from '../../probe/each.mts';
import { KEY, probe, shown } from '../../probe/run.mts';
import { ProbeServer } from '../../probe/server.mts';

const server = eachServer();
let foreign: ProbeServer;

beforeEach(async () => {
	foreign = await ProbeServer.start();
});

afterEach(async () => {
	await foreign.stop();
});

const STATUSES = [301, 302, 303, 307, 308];
const OPERATIONS = ['get', 'create', 'update', 'remove'];

test.each(STATUSES)('a redirect to another host is refused: %i', async (status) => {
	server.now.script = (_request, reply) => {
		reply.text('', status, { location: `${foreign.url}/things/t0` });
	};
	for (const operation of OPERATIONS) {
		const { error } = await probe(server.now, operation);
		expect(error?.message).toContain('where your key must not be sent');
	}

	expect(foreign.seen).toEqual([]);
	expect(server.now.seen).toHaveLength(OPERATIONS.length);
});

test('a redirect that leads away at its second step is refused', async () => {
	server.now.script = ({ path }, reply) => {
		const location = path === '/near' ? `${foreign.url}/far` : '/near';
		reply.text('', 302, { location });
	};
	const { error } = await probe(server.now, 'get');

	expect(error?.message).toContain('where your key must not be sent');
	expect(foreign.seen).toEqual([]);
});

test.each(STATUSES)(
	'a read follows a redirect on the same host, with the key: %i',
	async (status) => {
		server.now.script = ({ path }, reply) => {
			if (path === '/new?x=1') reply.json({ id: 'there' });
			else reply.text('', status, { location: '/new?x=1' });
		};
		const { items } = await probe(server.now, 'get');

		expect(items.map(({ json }) => json.id)).toEqual(['there']);
		expect(server.now.seen.map(({ headers }) => headers.authorization)).toEqual([
			`Bearer ${KEY}`,
			`Bearer ${KEY}`,
		]);
	},
);

test.each([301, 302, 303])('a create that is redirected is an error: %i', async (status) => {
	server.now.script = (_request, reply) => {
		reply.text('', status, { location: '/new' });
	};
	const { error } = await probe(server.now, 'create');

	expect(error?.description).toContain(`status ${status}`);
	expect(server.now.seen).toHaveLength(1);
});

test('a redirect in a circle is an error', async () => {
	server.now.script = (_request, reply) => {
		reply.text('', 302, { location: '/again' });
	};
	const { error } = await probe(server.now, 'get');

	expect(error?.description).toContain('status 302');
	expect(server.now.seen.length).toBeLessThan(20);
});

const echoes: Array<[string, string]> = [
	['as it is', KEY],
	['with its scheme', `Authorization: Bearer ${KEY}`],
	['twice', `${KEY} ${KEY}`],
	['at the end of an excerpt', `${'.'.repeat(190)}${KEY}`],
	['in many lines', `a\n\n\n${KEY}\n\n`],
];

/** The longest start of the key that is in a text, from 6 letters on. */
function leaked(text: string): string | undefined {
	for (let length = KEY.length; length >= 6; length--) {
		if (text.includes(KEY.slice(0, length))) return KEY.slice(0, length);
	}
	return undefined;
}

test.each(echoes)('the key is in no error when the service repeats it %s', async (_, echo) => {
	const answers: ReadonlyArray<[number, string]> = [
		[400, JSON.stringify({ message: `bad: ${echo}` })],
		[422, JSON.stringify({ errors: { value: [echo] } })],
		[500, echo],
		[200, `<html>${echo}`],
		[200, echo],
		[200, JSON.stringify([echo])],
	];
	for (const [status, text] of answers) {
		server.now.script = (_request, reply) => {
			reply.text(text, status, { location: `/x?key=${KEY}` });
		};
		const run = { options: { maxRetryWait: 0 } };
		const stopped = await probe(server.now, 'create', run);
		const gone = await probe(server.now, 'create', { ...run, onError: 'continueRegularOutput' });

		expect(stopped.error).toBeDefined();
		expect(leaked(shown(stopped))).toBeUndefined();
		expect(leaked(shown(gone))).toBeUndefined();
	}
});

test('the key is in no error when a redirect carries it', async () => {
	server.now.script = (_request, reply) => {
		reply.text('', 302, { location: `${foreign.url}/?key=${KEY}` });
	};
	expect(leaked(shown(await probe(server.now, 'get')))).toBeUndefined();

	server.now.script = (_request, reply) => {
		reply.text(KEY, 302, { location: `http://${KEY}.example/` });
	};
	expect(leaked(shown(await probe(server.now, 'get')))).toBeUndefined();
});

test('the key is in no error about something that failed without an HTTP error', async () => {
	server.now.script = ({ headers }, reply) => {
		reply.json({ failure: `not allowed for ${String(headers.authorization)}` });
	};
	const result = await probe(server.now, 'check');

	expect(result.error?.message).toContain('not allowed for Bearer');
	expect(leaked(shown(result))).toBeUndefined();
});

const SIGNATURE = 's1gn4tur3';
const SIGNED = `https://n8n.example.com/webhook-waiting/7?signature=${SIGNATURE}`;

test.each([
	['as it is', SIGNED],
	['among others', `${SIGNED}&page=2, ${SIGNED}#end`],
	['behind another value', SIGNED.replace('?', '?page=2&')],
	['in HTML', SIGNED.replace('?', '?page=2&amp;')],
	['in JSON', SIGNED.replace('?', '?page=2\\u0026')],
	['inside of another address', `https://x.example/?to=${encodeURIComponent(SIGNED)}`],
	['with another name', SIGNED.replace('signature', 'X-Amz-Signature')],
	['as a token', SIGNED.replace('signature', 'access_token')],
	['at the end of an excerpt', `${'.'.repeat(150)}${SIGNED}`],
])('a signed address loses its signature when the service repeats it %s', async (_, echo) => {
	const answers: ReadonlyArray<[number, string]> = [
		[400, JSON.stringify({ url: [`${echo} cannot be reached`] })],
		[500, echo],
		[200, echo],
		[200, JSON.stringify([echo])],
	];
	for (const [status, text] of answers) {
		server.now.script = (_request, reply) => {
			reply.text(text, status);
		};
		const stopped = await probe(server.now, 'create', { options: { maxRetryWait: 0 } });

		expect(stopped.error).toBeDefined();
		expect(shown(stopped)).not.toContain(SIGNATURE.slice(0, 4));
	}
});

test('an address without a signature is said as it is', async () => {
	const said = 'https://n8n.example.com/webhook/7?page=2&design=blue cannot be reached';
	server.now.script = (_request, reply) => {
		reply.json({ message: said }, 400);
	};
	expect((await probe(server.now, 'create')).error?.message).toContain(said);
});

test.each([`  ${KEY}\n`, ` Bearer  ${KEY} `, `token ${KEY}`])(
	'a key that was pasted as %j is in no error',
	async (apiKey) => {
		server.now.script = (_request, reply) => {
			reply.json({ message: `no ${KEY}` }, 400);
		};
		expect(shown(await probe(server.now, 'create', { apiKey }))).not.toContain(KEY);
	},
);

const HARD = 'se/cr+et?"k&y"~';
const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
	['as it is', HARD],
	['in an address', encodeURIComponent(HARD)],
	['in JSON', JSON.stringify(HARD).slice(1, -1)],
	['in base64', base64(HARD)],
	['in base64 for addresses', Buffer.from(HARD).toString('base64url')],
	['by HTTP Basic, as a name without a password', base64(`${HARD}:`)],
])('a key of any characters is in no error when the service repeats it %s', async (_, form) => {
	for (const text of [`no ${form}!`, JSON.stringify({ message: `no ${form}!` })]) {
		server.now.script = (_request, reply) => {
			reply.text(text, 400);
		};
		const result = await probe(server.now, 'create', { apiKey: HARD });
		expect(shown(result)).toContain('no ***!');
		expect(shown(result)).not.toContain(form);
	}
});

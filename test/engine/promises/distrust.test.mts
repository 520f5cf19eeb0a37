import { gzipSync } from 'node:zlib';
import { eachServer } from '../../probe/each.mts';
import { probe } from '../../probe/run.mts';
import type { ShownError } from '../../support/engine.mts';
import { manifest } from '../../support/package.mts';

const server = eachServer();

const options = { maxRetryWait: 0 };

/** Letters that no screen shows. */
const CONTROL = /\p{Cc}/gu;

/** What an error for a person must be: whose it is, short, of letters that can be shown. */
function expectReadable(error: ShownError | undefined): void {
	const text = `${error?.message ?? ''} ${error?.description ?? ''}`;
	expect(text).toMatch(/^Probe\b/);
	expect(text).not.toMatch(/TypeError|RangeError|call stack|undefined|\[object Object\]/);
	expect(text.length).toBeLessThan(1200);
	expect(text.match(CONTROL)).toBeNull();
}

const garbage = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
const deepList = '['.repeat(100_000) + ']'.repeat(100_000);
const deepRecord = '{"message":'.repeat(50_000) + '1' + '}'.repeat(50_000);
const gzip = { 'content-encoding': 'gzip' };

const wrong: Array<[string, string | Uint8Array, Record<string, string>]> = [
	['a web page', '<!DOCTYPE html><html><body>Welcome</body></html>', {}],
	['truncated JSON', '{"id": "t0", "value": "a', {}],
	['plain text', 'OK', {}],
	['a list where a record belongs', '[{"id": 1}]', {}],
	['a text where a record belongs', '"done"', {}],
	['null', 'null', {}],
	['binary garbage', garbage, { 'content-type': 'application/json' }],
	['garbage that calls itself gzip', garbage, gzip],
	['half a gzip', gzipSync(JSON.stringify({ id: 'x'.repeat(1000) })).subarray(0, 20), gzip],
	['a long text without a space', 'x'.repeat(100_000), {}],
	['lists in lists without end', deepList, {}],
];

test.each(wrong)('%s is a readable error', async (_, body, headers) => {
	server.now.script = (_request, reply) => {
		reply.text(body, 200, headers);
	};
	const { error, items } = await probe(server.now, 'get', { options });

	expectReadable(error);
	expect(error?.description).toContain('get thing');
	expect(items).toEqual([]);
});

test.each([
	['a web page', '<html>Not Found</html>'],
	['binary garbage', garbage],
	['a message of a megabyte', JSON.stringify({ message: 'word '.repeat(200_000) })],
	['lists in lists without end', deepList],
	['messages in messages without end', deepRecord],
	['nothing', ''],
	['an empty record', '{}'],
	['a record without words', '{"code": 17, "data": {"x": null}}'],
])('%s with an error status is a readable error', async (_, body) => {
	server.now.script = (_request, reply) => {
		reply.text(body, 404);
	};
	const { error } = await probe(server.now, 'get', { options });

	expectReadable(error);
	expect(error?.description).toContain('(status 404)');
	expect(error?.httpCode).toBe('404');
});

test.each(['gzip', 'br', 'deflate'])('what calls itself %s and is not says so', async (packing) => {
	server.now.script = (_request, reply) => {
		reply.text('{"id":"t0"}', 200, { 'content-encoding': packing });
	};
	const { error } = await probe(server.now, 'get', { options });

	expect(error?.message).toBe(
		'Probe gave no usable answer: the answer could not be unpacked [Item 0]',
	);
});

test('an error about a wrong answer holds its status and its start', async () => {
	server.now.script = (_request, reply) => {
		reply.text(`<html>\n\t<body>${'Welcome '.repeat(100)}`);
	};
	const { error } = await probe(server.now, 'get', { options });

	expect(error?.message).toBe('Probe answered with a web page instead of data [Item 0]');
	expect(error?.description).toContain('Status 200; the answer starts with: <html> <body>Welcome');
});

const bom = Uint8Array.of(0xef, 0xbb, 0xbf);
const json = JSON.stringify({ id: 'Zoë' });

test.each([
	['behind a byte order mark', Buffer.concat([bom, Buffer.from(json)]), {}],
	['without a content type', json, {}],
	['with a wrong content type', json, { 'content-type': 'text/html; charset=latin1' }],
	['with spaces around it', `\r\n\t ${json} \n`, {}],
	['as gzip', gzipSync(json), gzip],
])('data %s is taken', async (_, body, headers) => {
	server.now.script = (_request, reply) => {
		reply.text(body, 200, headers);
	};
	const { items } = await probe(server.now, 'get', { options });

	expect(items.map((item) => item.json)).toEqual([{ id: 'Zoë' }]);
});

test('letters that are cut by the network are put together', async () => {
	const bytes = Buffer.from(JSON.stringify({ id: 'ë€😀'.repeat(20) }));
	server.now.script = async (_request, reply) => {
		await reply.pieces([...bytes].map((byte) => Uint8Array.of(byte)));
	};
	const { items } = await probe(server.now, 'get', { options });

	expect(items.map((item) => item.json)).toEqual([{ id: 'ë€😀'.repeat(20) }]);
});

test('bytes that are no letters do no harm to the rest', async () => {
	const invalid = Buffer.from(JSON.stringify({ id: 't0', value: 'a?b' }));
	invalid[invalid.indexOf('?')] = 0xff;
	server.now.script = (_request, reply) => {
		reply.text(invalid);
	};
	const { items } = await probe(server.now, 'get', { options });

	expect(items.map((item) => item.json)).toEqual([{ id: 't0', value: 'a\uFFFDb' }]);
});

test.each(['', ' \r\n'])('an empty answer is no record: %j', async (body) => {
	server.now.script = (_request, reply) => {
		reply.text(body);
	};
	const removed = await probe(server.now, 'remove');
	const created = await probe(server.now, 'create');

	expect(removed.items.map((item) => item.json)).toEqual([{ deleted: true }]);
	expectReadable(created.error);
	expect(created.error?.context?.accepted).toEqual([{ items: [0], what: 'create thing' }]);
});

test('an answer without end is given up before it fills the memory', async () => {
	let sent = 0;
	server.now.script = async (_request, reply) => {
		sent += await reply.endless(Buffer.alloc(1024 * 1024, ' '));
	};
	const { error } = await probe(server.now, 'get', { options });
	while (sent === 0) await new Promise((resolve) => setImmediate(resolve));

	expect(error?.message).toContain('the answer is larger than 50 MB');
	expect(error?.description).not.toContain('network');
	expect(sent).toBeLessThan(100 * 1024 * 1024);
	expect(server.now.seen).toHaveLength(1);
});

test('a small answer that unpacks to a large one is given up as well', async () => {
	const packed = gzipSync(Buffer.alloc(60 * 1024 * 1024, ' '));
	server.now.script = (_request, reply) => {
		reply.text(packed, 200, gzip);
	};
	const { error } = await probe(server.now, 'get', { options });

	expect(packed.length).toBeLessThan(100_000);
	expect(error?.message).toContain('the answer is larger than 50 MB');
});

test('a gzip that breaks off is read again, as every broken answer is', async () => {
	const packed = gzipSync(JSON.stringify({ id: 'x'.repeat(1000) }));
	server.now.script = ({ number }, reply) => {
		if (number === 0) reply.breakOff(packed.subarray(0, 20), gzip);
		else reply.text(packed, 200, gzip);
	};
	const { error } = await probe(server.now, 'get');

	expect(error).toBeUndefined();
	expect(server.now.seen).toHaveLength(2);
});

test('an answer of another form is to be reported, once the address is known to be right', async () => {
	server.now.script = (_request, reply) => {
		reply.json([{ id: 1 }]);
	};
	const { error } = await probe(server.now, 'get', { options });

	expect(error?.message).toBe('Probe answered in an unexpected form: it is not an object [Item 0]');
	expect(error?.description).toBe(
		"get thing: check the credential's Base URL. If it is right, Probe has changed its API: report this, " +
			`without what is private in it, at ${manifest.bugs.url}; the answer starts with [{"id":1}]`,
	);
});

test.each([
	['a message', { message: 'No credits are left.' }, 'No credits are left.'],
	['an error', { error: 'No credits are left.' }, 'No credits are left.'],
	['an error in an object', { error: { message: 'No credits.', code: 7 } }, 'No credits.'],
	[
		'errors by field',
		{ message: 'Not valid.', errors: { group: ['Unknown.'] } },
		"Not valid. ('Group': Unknown.)",
	],
])('%s where data was promised is told in the words of the vendor', async (_, body, words) => {
	server.now.script = (_request, reply) => {
		reply.json(body);
	};
	const { error } = await probe(server.now, 'send', { items: [{ id: 't0' }], options });

	expectReadable(error);
	expect(error?.message).toBe(`Probe: ${words} [Item 0]`);
	expect(error?.description).toContain('send thing: Probe answered with these words');
	expect(error?.description).toContain("it holds no 'job'");
});

test('data of another form than promised is no message of the vendor', async () => {
	server.now.script = (_request, reply) => {
		reply.json({ things: 'none', message: '' });
	};
	const { error } = await probe(server.now, 'listAll', { options });

	expect(error?.message).toContain('it holds no list');
	expect(error?.message).not.toContain("'things'");
});

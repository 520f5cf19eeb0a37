// Where a key may be sent: to the credential's own server alone, whatever a list's next link says.
import fc from 'fast-check';
import { engine } from '../../probe/engine.mts';
import { eachServer } from '../../probe/each.mts';
import { probe } from '../../probe/run.mts';

const server = eachServer();

const host = fc.domain();
const path = fc.webPath().map((given) => `/${given.replace(/^\/+/, '')}`);
const base = (at: string) => new URL(`https://${at}`);

test('a link that says http behind a proxy that speaks https is lifted to https', () => {
	fc.assert(
		fc.property(host, path, (at, rest) => {
			const lifted = engine.ownUrl(new URL(`http://${at}${rest}`), base(at));
			expect(lifted.href).toBe(new URL(`https://${at}${rest}`).href);
		}),
	);
});

test('a path that looks like another host stays a path', () => {
	const link = new URL('http://x.example//evil.example/b');
	expect(engine.ownUrl(link, base('x.example')).href).toBe('https://x.example//evil.example/b');
});

test('a link is never lowered to http', () => {
	fc.assert(
		fc.property(host, path, (at, rest) => {
			const link = new URL(`https://${at}${rest}`);
			expect(() => engine.ownUrl(link, new URL(`http://${at}`))).toThrow('another address');
		}),
	);
});

test('another host is refused, whatever the scheme', () => {
	const scheme = fc.constantFrom('http', 'https');
	fc.assert(
		fc.property(scheme, host, host, path, (given, at, other, rest) => {
			fc.pre(at !== other);
			const link = new URL(`${given}://${other}${rest}`);
			expect(() => engine.ownUrl(link, base(at))).toThrow(other);
		}),
	);
});

test.each(['http://x.example:8080/b', 'https://x.example:8443/b'])(
	'another port is: %s',
	(link) => {
		expect(() => engine.ownUrl(new URL(link), base('x.example'))).toThrow('another address');
	},
);

test('the key does not follow a next link to another server', async () => {
	server.now.script = (_request, reply) => {
		reply.json({ things: [{ id: 't0' }], next: `http://localhost:${server.now.port}/next` });
	};
	const { error } = await probe(server.now, 'listNext', { parameters: { returnAll: true } });

	expect(error?.message).toContain('your key must not be sent');
	expect(server.now.seen).toHaveLength(1);
});

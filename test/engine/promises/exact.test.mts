// Numbers beyond 2^53, as IDs of some vendors are: JavaScript would round them.
import fc from 'fast-check';
import { eachServer } from '../../probe/each.mts';
import { probe } from '../../probe/run.mts';
import { tried } from '../../support/tried.mts';

const server = eachServer();

/** What the node gives out for this text of an answer. */
async function read(text: string): Promise<unknown> {
	server.now.script = (_request, reply) => {
		reply.text(text);
	};
	const { items } = await probe(server.now, 'get', { items: [{ id: 't0' }] });
	return items.map(({ json }) => json);
}

test.each([
	['as a value', '{"id": 9007199254740993}', { id: '9007199254740993' }],
	['below zero', '{"id": -9007199254740993}', { id: '-9007199254740993' }],
	['in a list', '{"ids":[1,123456789012345678901,2]}', { ids: [1, '123456789012345678901', 2] }],
	[
		'deep inside',
		'{"a":{"b":[{"id":12345678901234567}]}}',
		{ a: { b: [{ id: '12345678901234567' }] } },
	],
])('an ID that is too long for a number is exact, as text: %s', async (_, text, expected) => {
	expect(await read(text)).toEqual([expected]);
});

test.each([
	['the largest that is exact', '{"id": 9007199254740991}', { id: 9_007_199_254_740_991 }],
	[
		'digits in a text',
		'{"t": "id: 9007199254740993, \\"9007199254740993"}',
		{ t: 'id: 9007199254740993, "9007199254740993' },
	],
	['digits in a key', '{"9007199254740993": 1}', { '9007199254740993': 1 }],
	['a fraction', '{"rate": 0.12345678901234567}', { rate: 0.123_456_789_012_345_67 }],
	['an exponent', '{"n": 1e30}', { n: 1e30 }],
])('%s is left as it is', async (_, text, expected) => {
	expect(await read(text)).toEqual([expected]);
});

test('every whole number comes out with all its digits, and every text as it was', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
			fc.string(),
			fc.string({ unit: fc.constantFrom('0', '1', '7', '9', ',', ':', '"', ' ') }),
			async (id, text, digits) => {
				const given = JSON.stringify(digits);
				const after = JSON.stringify(text);
				const [record] = [await read(`{"digits":${given},"id":${id},"text":${after}}`)].flat();
				expect(record).toEqual({
					digits,
					id: Number.isSafeInteger(Number(id)) ? Number(id) : String(id),
					text,
				});
			},
		),
		tried(100),
	);
});

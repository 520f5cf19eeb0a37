// A vendor's times, wherever n8n runs.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';

const load = createRequire(resolve('package.json'));
const { timeIn } = z
	.object({ timeIn: z.function(z.tuple([z.unknown()]), z.number().optional()) })
	.parse(load(resolve('dist/nodes/shared/polling/times')));

const AT = Date.parse('2026-01-15T09:30:00.000Z');

test.each([
	['2026-01-15T09:30:00.000Z', AT],
	['2026-01-15T09:30:00Z', AT],
	['2026-01-15T09:30:00', AT],
	['2026-01-15 09:30:00', AT],
	['2026-01-15T09:30', AT],
	['2026-01-15T09:30:00.123456', AT + 123],
	['2026-01-15T04:30:00.000-05:00', AT],
	['2026-01-15T04:30:00-0500', AT],
	['2026-01-15T10:30:00+01', AT],
	[' 2026-01-15T09:30:00Z ', AT],
	['2026-01-15', Date.parse('2026-01-15T00:00:00Z')],
	['Thu, 15 Jan 2026 09:30:00 GMT', AT],
	[AT, AT],
	[AT / 1000, AT],
	[String(AT / 1000), AT],
] as const)('%j', (value, at) => {
	expect(timeIn(value)).toBe(at);
});

test.each(['', ' ', 'soon', '2026-13-40', null, undefined, {}, [], true, 7, Number.NaN])(
	'%j is no time',
	(value) => {
		expect(timeIn(value)).toBeUndefined();
	},
);

test('every time comes back, with and without its offset', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1e12, max: 4e12 }), (at) => {
			const iso = new Date(at).toISOString();
			expect(timeIn(iso)).toBe(at);
			expect(timeIn(iso.slice(0, -1))).toBe(at);
			expect(timeIn(at)).toBe(at);
		}),
	);
});

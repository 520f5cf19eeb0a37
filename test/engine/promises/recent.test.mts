// What a process notes of things that come and go: the latest of them, and no more than it may.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';

interface Notes {
	get(key: string): number | undefined;
	set(key: string, value: number): void;
	delete(key: string): void;
}

const load = createRequire(resolve('package.json'));
const { Recent } = z
	.object({ Recent: z.custom<new (most: number) => Notes>((it) => typeof it === 'function') })
	.parse(load(resolve('dist/nodes/shared/values/recent')));

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const key = fc.constantFrom(...KEYS);
const most = fc.integer({ min: 1, max: KEYS.length - 1 });

/** Something that is noted, or forgotten. */
const step = fc.oneof(
	fc.record({ key, value: fc.integer() }),
	fc.record({ key, value: fc.constant(undefined) }),
);

const known = (notes: Notes) => KEYS.filter((each) => notes.get(each) !== undefined);

test('what was noted last is known, as it was noted last, and nothing else', () => {
	fc.assert(
		fc.property(most, fc.array(step, { maxLength: 60 }), (bound, steps) => {
			const notes = new Recent(bound);
			// The latest first.
			let latest: Array<{ key: string; value: number }> = [];
			for (const { key: at, value } of steps) {
				latest = latest.filter((other) => other.key !== at);
				if (value === undefined) notes.delete(at);
				else {
					notes.set(at, value);
					latest = [{ key: at, value }, ...latest].slice(0, bound);
				}
				expect(known(notes)).toEqual(latest.map((each) => each.key).toSorted());
				for (const each of latest) expect(notes.get(each.key)).toBe(each.value);
			}
		}),
	);
});

test('to look at something keeps it no longer', () => {
	fc.assert(
		fc.property(most, (bound) => {
			const notes = new Recent(bound);
			const [first = '', ...others] = KEYS.slice(0, bound + 1);
			notes.set(first, 0);
			for (const each of others) {
				expect(notes.get(first)).toBe(0);
				notes.set(each, 1);
			}
			expect(known(notes)).toEqual(others);
		}),
	);
});

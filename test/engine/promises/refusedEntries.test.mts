// Records that a vendor refuses in a batch: each is one error, the rest is sent.
import fc from 'fast-check';
import { eachServer } from '../../probe/each.mts';
import { linksOf, probe, things } from '../../probe/run.mts';
import type { NodeResult } from '../../support/engine.mts';
import { tried } from '../../support/tried.mts';

const server = eachServer();

/** How a vendor says which of the things in a request it refuses, by their places. */
type Saying = (places: readonly number[], count: number) => unknown;

const NAMED: Array<[how: string, saying: Saying]> = [
	[
		'by name',
		(places) => ({
			message: 'The given data was invalid.',
			errors: Object.fromEntries(places.map((place) => [`ids.${place}.value`, ['is bad']])),
		}),
	],
	[
		'by position',
		(places, count) => ({
			ids: Array.from({ length: count }, (_, at) =>
				places.includes(at) ? { value: ['is bad'] } : {},
			),
		}),
	],
	[
		'in a bare list',
		(places, count) =>
			Array.from({ length: count }, (_, at) => (places.includes(at) ? { value: ['is bad'] } : {})),
	],
	[
		'by their numbers',
		(places) => ({ ids: Object.fromEntries(places.map((at) => [at, ['is bad']])) }),
	],
	['in words', (places) => ({ ids: places.map((place) => `ids[${place}]: is bad`) })],
];

const UNNAMED: Array<[how: string, saying: Saying]> = [
	['without a name', () => ({ detail: 'Something is bad' })],
	['without a word', () => undefined],
];

/** A vendor that refuses the whole request when anything in it is bad, and has taken the rest. */
function refuse(bad: ReadonlySet<string>, saying: Saying, status = 422): string[] {
	const taken: string[] = [];
	server.now.script = ({ number, body }, reply) => {
		const ids = idsIn(body);
		const places = ids.flatMap((id, place) => (bad.has(id) ? [place] : []));
		if (places.length > 0) {
			const answer = saying(places, ids.length);
			if (answer === undefined) reply.text('', status);
			else reply.json(answer, status);
			return;
		}
		taken.push(...ids);
		reply.json({ job: `j${number}` });
	};
	return taken;
}

function idsIn(body: unknown): string[] {
	const ids: unknown = typeof body === 'object' && body !== null && 'ids' in body ? body.ids : [];
	return Array.isArray(ids) ? ids.map(String) : [];
}

async function send(count: number, batchSize: number): Promise<NodeResult> {
	return await probe(server.now, 'send', {
		items: things(count),
		options: { batchSize, requestsInParallel: 8 },
		onError: 'continueRegularOutput',
	});
}

/** The error of each item that has one. */
function errorsOf(result: NodeResult): Map<number, string> {
	const links = linksOf(result);
	return new Map(
		result.items.flatMap(
			({ json }, at): Array<[number, string]> =>
				typeof json.error === 'string' ? [[links[at]?.[0] ?? -1, json.error]] : [],
		),
	);
}

/** Every item is answered once: its record was taken, or it has an error. */
function expectEachOnce(
	result: NodeResult,
	count: number,
	bad: ReadonlySet<number>,
	taken: string[],
) {
	const errors = errorsOf(result);
	const all = Array.from({ length: count }, (_, at) => at);
	expect([...errors.keys()].sort((a, b) => a - b)).toEqual(all.filter((at) => bad.has(at)));
	const good = all.filter((at) => !bad.has(at)).map((at) => `t${at}`);
	expect(taken.toSorted()).toEqual(good.toSorted());
	expect(
		linksOf(result)
			.flat()
			.toSorted((a, b) => a - b),
	).toEqual(all);
}

const BAD = new Set(Array.from({ length: 37 }, (_, at) => at * 263 + 57));
const BATCHES = 50;

test.each(NAMED.slice(0, 2))(
	'37 of 10,000 that are named %s cost a request for each batch they are in',
	async (_, saying) => {
		const taken = refuse(new Set([...BAD].map((at) => `t${at}`)), saying);
		const result = await send(10_000, 200);

		expectEachOnce(result, 10_000, BAD, taken);
		expect(new Set(errorsOf(result).values()).size).toBe(37);
		expect(errorsOf(result).get(57)).toMatch(/^Probe: ('value': )?is bad \[Item 57\]$/);
		const hit = new Set([...BAD].map((at) => Math.floor(at / 200))).size;
		expect(server.now.seen).toHaveLength(BATCHES + hit);
	},
);

test.each(UNNAMED.slice(0, 1))(
	'37 of 10,000 that are refused %s are found by halving',
	async (_, saying) => {
		const taken = refuse(new Set([...BAD].map((at) => `t${at}`)), saying);
		const result = await send(10_000, 200);

		expectEachOnce(result, 10_000, BAD, taken);
		// Each is found among 200 with eight halvings, its own words are asked for, and then the rest.
		expect(server.now.seen.length).toBeLessThanOrEqual(BATCHES + 37 * 10);
	},
);

test('without continue-on-fail one error names the item, and tells what was taken', async () => {
	refuse(new Set(['t5']), NAMED[0]?.[1] ?? (() => ({})));
	const options = { batchSize: 4, requestsInParallel: 1 };
	const { error } = await probe(server.now, 'send', { items: things(12), options });

	expect(error?.message).toBe("Probe: 'value': is bad [Item 5]");
	expect(error?.context?.itemIndex).toBe(5);
	expect(error?.description).toContain('Already accepted: job j0 (4 items from Item 0)');
	expect(server.now.seen).toHaveLength(2);
});

test('what is refused for another reason than its items is not divided', async () => {
	const saying = () => ({ errors: { group: ['does not exist'] } });
	refuse(new Set(['t1', 't6']), saying);
	const result = await send(8, 4);

	expect(server.now.seen).toHaveLength(2);
	expect(new Set(errorsOf(result).values())).toEqual(new Set(["Probe: 'Group': does not exist"]));
});

test('a vendor that refuses everything is not asked for each item', async () => {
	refuse(
		new Set(Array.from({ length: 200 }, (_, at) => `t${at}`)),
		() => ({ message: 'not today' }),
		400,
	);
	const result = await send(200, 200);

	expect(errorsOf(result).size).toBe(200);
	expect(server.now.seen.length).toBeLessThan(30);
});

test('what is too large is halved until it is taken', async () => {
	const taken: string[] = [];
	server.now.script = ({ number, body }, reply) => {
		const ids = idsIn(body);
		if (ids.length > 60) {
			reply.text('<h1>Request Entity Too Large</h1>', 413);
			return;
		}
		taken.push(...ids);
		reply.json({ job: `j${number}` });
	};
	const result = await send(200, 200);

	expectEachOnce(result, 200, new Set(), taken);
	expect(server.now.seen.length).toBeLessThan(10);
});

test('whatever is refused, and however it is said, each item is answered once', async () => {
	const how = fc.constantFrom(...NAMED, ...UNNAMED);
	const bad = fc.uniqueArray(fc.nat({ max: 29 }), { maxLength: 7 });
	await fc.assert(
		fc.asyncProperty(
			how,
			bad,
			fc.integer({ min: 1, max: 30 }),
			async ([, saying], places, size) => {
				const before = server.now.seen.length;
				const taken = refuse(new Set(places.map((at) => `t${at}`)), saying);
				const result = await send(30, size);
				expectEachOnce(result, 30, new Set(places), taken);
				// A batch each at most, and for each that is bad: up to ten steps to it, its own words, and the rest.
				expect(server.now.seen.length - before).toBeLessThanOrEqual(30 + places.length * 12);
			},
		),
		tried(150),
	);
});

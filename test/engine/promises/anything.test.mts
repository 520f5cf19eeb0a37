// Whatever the sizes: nothing lost, nothing twice, order kept. The seeds are fixed.
import { eachServer } from '../../probe/each.mts';
import { engine } from '../../probe/engine.mts';
import type { PageRequest, Paging } from '../../probe/pages.mts';
import { Random } from '../../probe/random.mts';
import { linksOf, probe } from '../../probe/run.mts';

const server = eachServer();

const base = new URL('http://probe');

function seeds(count: number): number[] {
	return Array.from({ length: count }, (_, seed) => seed + 1);
}

function numbers(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Lets other answers overtake. */
async function wait(random: Random): Promise<void> {
	for (let turns = random.between(0, 5); turns > 0; turns--) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}

interface Case {
	readonly total: number;
	readonly limit: number;
	readonly pageSize: number;
	/** How many records a page of the server holds when so many were asked for. */
	readonly give: (asked: number) => number;
}

function caseOf(random: Random): Case {
	const pageSize = random.between(1, 40);
	const cap = random.pick([pageSize, pageSize, random.between(1, 60)]);
	const total = random.pick([0, 1, pageSize, pageSize * 3, random.between(0, 300)]);
	const limit = random.pick([Infinity, pageSize, pageSize * 2, random.between(1, 320)]);
	const give = random.pick<Case['give']>([
		(asked) => Math.min(asked, cap),
		(asked) => random.between(1, asked),
		() => cap,
	]);
	return { total, limit, pageSize, give };
}

/** A client that sends in this way. */
function clientOf(send: (request: PageRequest) => Promise<unknown>) {
	const unexpected = (_: unknown, why: string) => new Error(why);
	const client = { base, send, unexpected };
	return { ...client, until: () => client };
}

test.each(seeds(150))('a list by offset, seed %i', async (seed) => {
	const random = new Random(seed);
	const { total, limit, pageSize, give } = caseOf(random);
	const beyond: unknown[] = [];
	const paging: Paging = {
		kind: 'offset',
		limitKey: 'limit',
		offsetKey: 'skip',
		pageSize,
		moreKey: 'more',
	};
	const send = async ({ query }: PageRequest) => {
		const [skip, asked] = [Number(query?.skip), Number(query?.limit)];
		if (skip + asked > limit || asked < 1 || asked > pageSize) beyond.push(query);
		await wait(random);
		const end = Math.min(total, skip + give(asked));
		return { things: numbers(skip, end).map((id) => ({ id })), more: end < total };
	};
	const request = { method: 'GET', path: '/' };
	const all = await engine.readPages({
		client: clientOf(send),
		request,
		paging,
		limit,
		records: ['things'],
	});

	expect(all.map(({ id }) => id)).toEqual(numbers(0, Math.min(total, limit)));
	expect(beyond).toEqual([]);
});

test.each(seeds(60))('a list by links, seed %i', async (seed) => {
	const random = new Random(seed);
	const { total, limit, pageSize, give } = caseOf(random);
	const asked: number[] = [];
	const send = async ({ path }: PageRequest) => {
		const skip = Number(path.split('=').at(-1));
		asked.push(skip);
		await wait(random);
		const end = Math.min(total, skip + give(pageSize));
		const next = end < total ? `/?skip=${end}` : null;
		return { things: numbers(skip, end).map((id) => ({ id })), next };
	};
	const paging: Paging = { kind: 'next', nextKey: 'next' };
	const request = { method: 'GET', path: '/?skip=0' };
	const all = await engine.readPages({
		client: clientOf(send),
		request,
		paging,
		limit,
		records: ['things'],
	});

	expect(all.map(({ id }) => id)).toEqual(numbers(0, Math.min(total, limit)));
	expect(new Set(asked).size).toBe(asked.length);
	expect(asked.every((skip) => skip === 0 || skip < limit)).toBe(true);
});

/** The things of a request's body. */
function thingsIn(body: unknown): unknown[] {
	return typeof body === 'object' && body !== null && 'ids' in body && Array.isArray(body.ids)
		? body.ids
		: [];
}

test.each(seeds(25))('batches in groups, seed %i', async (seed) => {
	const random = new Random(seed);
	const batchSize = random.between(1, 9);
	const groups = numbers(0, random.between(1, 3));
	const items = numbers(0, random.between(1, 60)).map((item) => ({
		id: `t${item}`,
		group: `g${random.between(0, groups.length)}`,
	}));
	server.now.script = async ({ body }, reply) => {
		await wait(random);
		reply.json({ job: thingsIn(body).join(' ') });
	};
	const result = await probe(server.now, 'send', {
		items,
		parameters: { group: '={{ $json.group }}' },
		options: { batchSize, requestsInParallel: random.between(1, 8) },
	});
	const sent = server.now.seen.map(({ body }) => thingsIn(body));
	const linked = linksOf(result);

	expect(sent.flat().toSorted()).toEqual(items.map(({ id }) => id).toSorted());
	expect(linked.flat().toSorted((a, b) => a - b)).toEqual(numbers(0, items.length));
	expect(linked.map(([first]) => first)).toEqual(
		linked.map(([first]) => first).toSorted((a, b) => Number(a) - Number(b)),
	);
	for (const [index, { json }] of result.items.entries()) {
		const members = linked[index] ?? [];
		expect(json.things).toEqual(members.map((item) => `t${item}`));
		expect(json.job).toBe(members.map((item) => `t${item}`).join(' '));
		expect(new Set(members.map((item) => items[item]?.group)).size).toBe(1);
		expect(members.length).toBeLessThanOrEqual(batchSize);
	}
});

// The control endpoints of records: what a test does to them past the vendor's API.
import type { FastifyInstance } from 'fastify';
import { CONTROL_PREFIX, refusal } from '../control/routes.mts';
import { change } from './records.mts';
import type { Records, StoredRecord, Values } from './records.mts';
import { changeSchema, makeSchema, removeSchema } from './wishes.mts';
import type { Change, Make } from './wishes.mts';

/** The records of one kind and what may be done to them. */
export interface Controlled {
	readonly records: Records;
	/** The names that values may have. */
	readonly fields: ReadonlySet<string>;
	/** The values of a new record where the wish has no others. */
	readonly made: Values;
	/** False where the vendor knows no time of update. */
	readonly hasUpdates: boolean;
	/** The vendor's clock. */
	now(): number;
}

/** Adds `make`, `change` and `remove` under a path. Unknown ids are a 404, unknown fields a 400. */
export function addRecordControls(app: FastifyInstance, path: string, of: () => Controlled): void {
	const prefix = `${CONTROL_PREFIX}/${path}`;
	app.post(`${prefix}/make`, (request, reply) => {
		const wish = makeSchema.safeParse(request.body ?? {});
		if (!wish.success) return reply.code(400).send(refusal('wish for records', wish.error));
		const problem = problemOf(of(), wish.data);
		if (problem !== undefined) return reply.code(400).send({ message: problem });
		return reply.send({ ids: make(of(), wish.data) });
	});
	app.post(`${prefix}/change`, (request, reply) => {
		const wish = changeSchema.safeParse(request.body);
		if (!wish.success) return reply.code(400).send(refusal('wish to change', wish.error));
		const problem = problemOf(of(), wish.data);
		if (problem !== undefined) return reply.code(400).send({ message: problem });
		const found = knownOf(of(), wish.data.ids);
		if (found === undefined) return reply.code(404).send(UNKNOWN);
		for (const record of found) changeOne(of(), record, wish.data);
		return reply.send({ ids: wish.data.ids });
	});
	app.post(`${prefix}/remove`, (request, reply) => {
		const wish = removeSchema.safeParse(request.body);
		if (!wish.success) return reply.code(400).send(refusal('wish to remove', wish.error));
		if (knownOf(of(), wish.data.ids) === undefined) return reply.code(404).send(UNKNOWN);
		for (const id of wish.data.ids) of().records.remove(id);
		return reply.send({ ids: wish.data.ids });
	});
}

const UNKNOWN = { message: 'One of the ids is unknown. Nothing was done.' };

/** Why values or times are not right, so that a slip in a test does not pass for a vendor's doing. */
function problemOf(controlled: Controlled, wish: Make | Change): string | undefined {
	const strangers = Object.keys(wish.values).filter((name) => !controlled.fields.has(name));
	if (strangers.length > 0) return `These are no fields: ${strangers.join(', ')}.`;
	const isTimed = wish.updatedAt !== undefined && !controlled.hasUpdates;
	return isTimed ? 'This vendor knows no time of update.' : undefined;
}

/** All of the records, or undefined when one is unknown. */
function knownOf({ records }: Controlled, ids: readonly number[]): StoredRecord[] | undefined {
	const found = ids.flatMap((id) => records.find(id) ?? []);
	return found.length === ids.length ? found : undefined;
}

function make(controlled: Controlled, wish: Make): number[] {
	const { records } = controlled;
	const createdAt = wish.createdAt ?? controlled.now();
	const updatedAt = wish.updatedAt ?? createdAt;
	const values = { ...controlled.made, ...wish.values };
	return Array.from({ length: wish.count }, (_, at) => {
		const numbered = withNumbers(values, at + 1, records.nextId);
		const laterMs = at * wish.stepMs;
		return records.add(numbered, createdAt + laterMs, updatedAt + laterMs).id;
	});
}

function withNumbers(values: Values, n: number, id: number): Values {
	const numbered = (value: string): string =>
		value.replaceAll('{n}', String(n)).replaceAll('{id}', String(id));
	const entries = Object.entries(values).map(([name, value]): [string, unknown] => [
		name,
		typeof value === 'string' ? numbered(value) : value,
	]);
	return Object.fromEntries(entries);
}

function changeOne(controlled: Controlled, record: StoredRecord, wish: Change): void {
	change(record, wish.values, wish.updatedAt ?? controlled.now());
	record.createdAt = wish.createdAt ?? record.createdAt;
}

// The control endpoints of Geniziz: records that come from nowhere, and the vendor's clock.
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CONTROL_PREFIX, refusal } from '../control/routes.mts';
import { changeSchema, clockSchema, makeLeadsSchema, makeSchema, removeSchema } from './shapes.mts';
import type { GenizizStore } from './store.mts';

/** Adds the endpoints under `/__sandbox/geniziz/`. Unknown ids are a 404, and nothing is done. */
export function addGenizizControls(app: FastifyInstance, store: () => GenizizStore): void {
	const add = <Schema extends z.ZodTypeAny>(
		name: string,
		schema: Schema,
		act: (wish: z.output<Schema>) => object | undefined,
	): void => {
		app.post(`${CONTROL_PREFIX}/geniziz/${name}`, (request, reply): FastifyReply => {
			const wish: z.SafeParseReturnType<unknown, z.output<Schema>> = schema.safeParse(request.body);
			if (!wish.success) return reply.code(400).send(refusal(`wish for ${name}`, wish.error));
			const done = act(wish.data);
			const unknown = { message: 'There is no record with this id.' };
			return done === undefined ? reply.code(404).send(unknown) : reply.send(done);
		});
	};
	add('leads', makeLeadsSchema, (wish) => makeLeads(store(), wish));
	add('make', makeSchema, (wish) => make(store(), wish));
	add('change', changeSchema, (wish) => change(store(), wish));
	add('remove', removeSchema, (wish) => remove(store(), wish));
	add('clock', clockSchema, ({ skewMs, at }) => {
		const { clock } = store();
		clock.set(skewMs, at);
		return { now: clock.time() };
	});
}

/** Without the activity that a creation by the API leaves behind. */
function makeLeads(store: GenizizStore, wish: z.output<typeof makeLeadsSchema>): object {
	const workspace = store[wish.workspace];
	const { leads } = workspace.collections;
	const status_id = workspace.defaultStatus('leadStatuses');
	const firstNumber = leads.all.length + 1;
	const from = Date.parse(wish.from ?? store.clock.time());
	const ids: string[] = [];
	for (let at = 0; at < wish.count; at += 1) {
		const number = firstNumber + at;
		const lead = {
			name: `Lead ${number}`,
			url: `https://lead-${number}.example`,
			status_id,
			emails: [{ email: `hello@lead-${number}.example`, type: 'office' }],
			phones: [{ phone: `+1555${String(number).padStart(7, '0')}`, type: 'office' }],
			mrr: number * 100,
			...wish.values,
		};
		ids.push(leads.make(lead, new Date(from + at * wish.stepMs).toISOString()).id);
	}
	return { ids };
}

/** A record that has a creation but no change was not changed since. */
function make(store: GenizizStore, wish: z.output<typeof makeSchema>): object {
	const collection = store[wish.workspace].collections[wish.collection];
	const records = wish.records.map((values) =>
		collection.make(values, values.date_created ?? store.clock.time()),
	);
	return { records };
}

function change(
	store: GenizizStore,
	{ id, values }: z.output<typeof changeSchema>,
): object | undefined {
	const placed = store.find(id);
	if (placed === undefined) return undefined;
	placed.collection.change(placed.record, values);
	return { records: [placed.record] };
}

function remove(store: GenizizStore, { ids }: z.output<typeof removeSchema>): object | undefined {
	const placed = ids.flatMap((id) => store.find(id) ?? []);
	if (placed.length < ids.length) return undefined;
	for (const { collection, record } of placed) collection.remove(record.id);
	return { records: placed.map(({ record }) => record) };
}

import type { INodeProperties } from 'n8n-workflow';
import { engine, type Field, type Operation } from './engine.mts';
import type { Paging } from './pages.mts';

const { deleted, many, text } = engine;

function textField(name: string, displayName: string, schema = text): Field {
	const property: INodeProperties = { displayName, name, type: 'string', default: '' };
	return engine.field(property, schema);
}

const id = textField('thingId', 'Thing ID');
const value = textField('value', 'Value', engine.optionalText);
const group = textField('group', 'Group', engine.optionalText);
const batchSize = engine.field(
	{ displayName: 'Batch Size', name: 'batchSize', type: 'number', default: 2 },
	engine.wholeNumber({ min: 1, default: 2 }),
);

function row(operation: string, method: string, path: string, fields: readonly Field[]) {
	const action = `${operation} thing`;
	return { value: operation, name: operation, action, description: action, method, path, fields };
}

function lists(operation: string, paging: Paging): Operation {
	return engine.list({
		...row(operation, 'GET', '/lists/{thingId}', [id, ...many, engine.options()]),
		records: ['things'],
		paging,
	});
}

/** The page size of the list with offsets. */
export const PAGE_SIZE = 200;

/** What the probe can do. */
export const operations: readonly Operation[] = [
	engine.single({
		...row('get', 'GET', '/things/{thingId}', [id, engine.options()]),
		answer: engine.documented(),
	}),
	engine.single({
		...row('getSlow', 'GET', '/slow/{thingId}', [id, engine.options()]),
		answer: engine.documented(),
	}),
	engine.single({
		...row('create', 'POST', '/things', [id, value, engine.writeOptions()]),
		repeat: 'ifNotTaken',
		body: (input) => ({ id: input.thingId, value: input.value }),
		answer: engine.documented(),
	}),
	engine.single({
		...row('update', 'PUT', '/things/{thingId}', [id, value, engine.writeOptions()]),
		repeat: 'always',
		body: (input) => ({ value: input.value }),
		answer: engine.documented(),
	}),
	engine.single({
		...row('touch', 'POST', '/touches/{thingId}', [id, engine.writeOptions()]),
		repeat: 'ifNotTaken',
		answer: engine.undocumented(),
	}),
	engine.single({
		...row('remove', 'DELETE', '/things/{thingId}', [id, engine.writeOptions()]),
		repeat: 'always',
		answer: engine.undocumented(),
		output: deleted,
	}),
	lists('listAll', { kind: 'none' }),
	lists('listOffset', {
		kind: 'offset',
		limitKey: '_limit',
		offsetKey: '_skip',
		pageSize: PAGE_SIZE,
		moreKey: 'has_more',
	}),
	lists('listNext', { kind: 'next', nextKey: 'next' }),
	engine.batch({
		...row('send', 'POST', '/batches', [id, group, engine.writeOptions(batchSize)]),
		repeat: 'ifNotTaken',
		check: (input) => ({ input: { payload: String(input.thingId) } }),
		body: (input, ids) => ({ group: input.group, ids }),
		listKey: 'ids',
		answer: engine.documented({ key: 'job' }),
		receipt: (answer) => jobOf(answer) && `job ${jobOf(answer)}`,
		output: ({ answer, entries, items }) => {
			const things = entries.map(({ payload }) => payload);
			return [{ json: { job: jobOf(answer), things }, items }];
		},
	}),
	engine.perItem({
		...row('check', 'GET', '/things/{thingId}', [id, engine.options()]),
		work: async (input, client) => {
			const answer = await client.send({ method: 'GET', path: `/things/${String(input.thingId)}` });
			throw client.reported(JSON.stringify(answer), 'Look there');
		},
	}),
	engine.perItem({
		...row('askAndWrite', 'POST', '/things/{thingId}', [id, engine.writeOptions()]),
		work: async (input, client) => {
			const path = `/things/${String(input.thingId)}`;
			await client.send({ method: 'GET', path });
			await client.send({ method: 'POST', path });
			return [];
		},
	}),
];

function jobOf(answer: unknown): string | undefined {
	const job = typeof answer === 'object' && answer !== null && 'job' in answer && answer.job;
	return typeof job === 'string' ? job : undefined;
}

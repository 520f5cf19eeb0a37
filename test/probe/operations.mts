import type { INodeProperties } from 'n8n-workflow';
import { engine, type Field, type Input, type Operation, type Paging } from './engine.mts';

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

function optionOf(input: Input, name: string): unknown {
	const given = input.options;
	return typeof given === 'object' && given !== null
		? Object.entries(given).find(([key]) => key === name)?.[1]
		: undefined;
}

/** The page size of the list with offsets. */
export const PAGE_SIZE = 200;

/** What the probe can do. */
export const operations: readonly Operation[] = [
	engine.single(row('get', 'GET', '/things/{thingId}', [id, engine.options()])),
	engine.single({
		...row('getSlow', 'GET', '/slow/{thingId}', [id, engine.options()]),
		limitGroup: 'slow',
	}),
	engine.single({
		...row('create', 'POST', '/things', [id, value, engine.options()]),
		body: (input) => ({ id: input.thingId, value: input.value }),
	}),
	engine.single({
		...row('update', 'PUT', '/things/{thingId}', [id, value, engine.options()]),
		body: (input) => ({ value: input.value }),
	}),
	engine.single({
		...row('remove', 'DELETE', '/things/{thingId}', [id, engine.options()]),
		answerless: true,
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
		...row('send', 'POST', '/batches', [id, group, engine.options(batchSize)]),
		element: (input) => ({ input: { payload: String(input.thingId) } }),
		listKey: 'ids',
		groupBy: (input) => [input.group],
		batchSize: (input) => Number(optionOf(input, 'batchSize')),
		body: (_input, ids) => ({ ids }),
		answer: (answer, call) => {
			const job = typeof answer === 'object' && answer !== null && 'job' in answer && answer.job;
			if (typeof job !== 'string') throw call.unexpected(answer, 'it holds no job');
			call.accept(`job ${job}`);
			return job;
		},
		output: ({ answer: job, members, call }) => {
			const things = members.map(({ payload }) => payload);
			return Promise.resolve({ records: [{ json: { job, things }, items: call.items }] });
		},
	}),
	engine.perItem({
		...row('check', 'GET', '/things/{thingId}', [id, engine.options()]),
		work: async (input, call) => {
			const answer = await call.send({ method: 'GET', path: `/things/${String(input.thingId)}` });
			throw call.failed(JSON.stringify(answer), 'Look there');
		},
	}),
];

// Get Many of Geniziz: pages, limits, fields, types of activities; and the lists of the form.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { searchList } from '../../support/engine.mts';
import { errorOf, linksOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

const readLeads = (more: INodeParameters) => ({ resource: 'lead', operation: 'getAll', ...more });

async function sent(): Promise<Array<readonly [limit: number, skip: number]>> {
	const requests = await site.received();
	return requests.map(({ query }) => [Number(query._limit), Number(query._skip)] as const);
}

const idsOf = (items: ReadonlyArray<{ json: IDataObject }>) => items.map(({ json }) => json.id);

describe('leads', () => {
	let ids: string[];

	beforeEach(async () => {
		await site.sandbox.reset({ latencyMs: 20, geniziz: { order: 'oldest' } });
		const stepMs = 1000;
		const from = '2030-01-01T00:00:00.000Z';
		ids = await site.sandbox.geniziz.makeLeads({ count: 1000, from, stepMs });
	});

	test('are all read, page by page, in the order of Geniziz', async () => {
		const result = await site.run(readLeads({ returnAll: true }));
		expect(result.error).toBeUndefined();
		expect(idsOf(result.items).slice(-1000)).toEqual(ids);
		const pages = await sent();
		expect(new Set(pages.map(([limit]) => limit))).toEqual(new Set([200]));
		expect(pages.map(([, skip]) => skip)).toEqual(expect.arrayContaining([0, 199, 398, 597, 796]));
		const { maxInFlight } = await site.sandbox.summary();
		expect(maxInFlight).toBeGreaterThan(1);
	});

	test('are read up to the limit and not beyond', async () => {
		const result = await site.run(readLeads({ returnAll: false, limit: 250 }));
		expect(result.items).toHaveLength(250);
		expect(await sent()).toEqual([
			[200, 0],
			[51, 199],
		]);
	});

	test('are read for each item with its own limit', async () => {
		const items = [{ limit: 1 }, { limit: 3 }];
		const result = await site.run(
			readLeads({ returnAll: false, limit: '={{ $json.limit }}' }),
			items,
		);
		expect(result.items.map(linksOf)).toEqual([[0], [1], [1], [1]]);
	});
});

test.each([
	['text', 'id, name,,id'],
	['a list', '={{ ["id", "name"] }}'],
	['choices', ['id', 'name']],
])('the fields may be given as %s', async (_, fields) => {
	const result = await site.run(readLeads({ returnAll: false, limit: 1, options: { fields } }));
	expect(Object.keys(result.items[0]?.json ?? {}).sort()).toEqual(['id', 'name']);
	expect((await site.received())[0]?.query._fields).toBe('id,name');
});

test('without a choice all fields are read', async () => {
	await site.run(readLeads({ returnAll: false, limit: 1 }));
	expect((await site.received())[0]?.query).toEqual({ _limit: '1', _skip: '0' });
});

test.each([
	['all', ''],
	['note', 'note/'],
	['emailthread', 'emailthread/'],
	['task_completed', 'task_completed/'],
	['status_change/lead', 'status_change/lead/'],
	['status_change/opportunity', 'status_change/opportunity/'],
])('activities of the type %s are read at their own path', async (activityType, end) => {
	const parameters = { resource: 'activity', operation: 'getAll', activityType, returnAll: true };
	const result = await site.run(parameters);
	expect(result.error).toBeUndefined();
	const [request] = await site.received();
	expect(request?.path).toBe(`/api/v1/activity/${end}`);
	expect(request?.status).toBe(200);
});

test.each([
	['create', 'emailthread'],
	['update', 'created'],
	['delete', 'status_change/lead'],
	['get', 'task_completed'],
])('%s of an activity does not take the type %s', async (operation, activityType) => {
	const parameters = { resource: 'activity', operation, activityType, activityId: 'acti_1' };
	const error = errorOf(await site.run(parameters));
	expect(error.message).toContain(`'Activity Type' must be one of note, call,`);
	expect(await site.received()).toEqual([]);
});

describe('the list of leads in the form', () => {
	const search = async (filter?: string, token?: string) => {
		const { credentials, credentialId } = site;
		const run = { type: 'geniziz', credentials, credentialId, parameters: {} };
		return await searchList(run, 'searchLeads', filter, token);
	};

	beforeEach(async () => {
		await site.sandbox.reset({ geniziz: { order: 'oldest' } });
		const names = Array.from({ length: 450 }, (_, at) => ({
			id: `lead_X${at}`,
			name: `Lead ${at}`,
		}));
		await site.sandbox.geniziz.make('leads', names);
	});

	test('comes a page at a time', async () => {
		const first = await search();
		expect(first.results).toHaveLength(200);
		const second = await search(undefined, String(first.paginationToken));
		expect(second.results).toHaveLength(200);
		const third = await search(undefined, String(second.paginationToken));
		expect(third.paginationToken).toBeUndefined();
		const all = [first, second, third].flatMap(({ results }) => results.map(({ value }) => value));
		expect(new Set(all).size).toBe(all.length);
		expect(all).toContain('lead_X449');
	});

	test('finds a lead on a later page by a part of its name', async () => {
		// Lead 44, and 440 to 449.
		const { results } = await search('LEAD 44 ');
		expect(results).toHaveLength(11);
		expect(results[0]).toEqual({ name: 'Lead 44', value: 'lead_X44' });
		expect((await search('lead 449')).results).toEqual([{ name: 'Lead 449', value: 'lead_X449' }]);
	});

	test('finds a lead by its ID', async () => {
		expect((await search('lead_X300')).results).toEqual([{ name: 'Lead 300', value: 'lead_X300' }]);
	});

	test('has all that match, from all pages, since nobody can scroll in a short list', async () => {
		const { results, paginationToken } = await search('lead 4');
		// Lead 4, 40 to 49 and 400 to 449.
		expect(results).toHaveLength(61);
		expect(paginationToken).toBeUndefined();
	});

	test('finds one among thousands', async () => {
		await site.sandbox.geniziz.makeLeads({ count: 5500 });
		await site.sandbox.geniziz.make('leads', [{ id: 'lead_last', name: 'Nils Holgersson AB' }]);
		const found = [{ name: 'Nils Holgersson AB', value: 'lead_last' }];
		expect((await search('holgersson')).results).toEqual(found);
	});

	test('says so when there are more than it looks through', async () => {
		const body = { data: [{ id: 'lead_X1', name: 'Lead 1' }], has_more: true };
		await site.sandbox.fault({ kind: 'wrongType', body, times: 1000 });
		await expect(search('nobody')).rejects.toThrow('The list is too long to be looked through');
	});

	test.each([true, 'true', 1, '1'])('goes on where has_more is %p', async (more) => {
		const body = { data: [{ id: 'lead_X1', name: 'Lead 1' }], has_more: more };
		await site.sandbox.fault({ kind: 'wrongType', body });
		expect((await search()).paginationToken).toBe('1');
	});

	test('is empty when nothing matches', async () => {
		expect(await search('nobody')).toEqual({ results: [] });
	});
});

test.each(['searchLeadStatuses', 'searchOpportunityStatuses'])(
	'%s lists statuses by what people call them',
	async (method) => {
		const { credentials } = site;
		const { results } = await searchList({ type: 'geniziz', credentials, parameters: {} }, method);
		expect(results.length).toBeGreaterThan(1);
		for (const { name, value } of results) expect(name).not.toBe(value);
	},
);

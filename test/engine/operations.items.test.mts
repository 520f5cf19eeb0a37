// Every operation on three items of which the middle one goes wrong.
import {
	errorOf,
	essence,
	genPageExamples,
	messagesOf,
	QUICK,
	runExample,
} from '../support/cases/run.mts';
import { linksOf, useGenPage } from '../support/genPage.mts';

const site = useGenPage();

/** Each example with three items, the middle one bad. */
const withBadItem = genPageExamples().map(([key, example]) => {
	const [first, last] = example.its.items;
	const items = [first, { ...first, ...example.its.bad.item }, last];
	return [key, { ...example, items }] as const;
});

describe('a bad item between two good ones', () => {
	test.each(withBadItem)('%s comes back in its place', async (_, example) => {
		await example.its.prepare?.(site);
		const { items } = example;
		const onError = 'continueRegularOutput';
		const result = await runExample(site, example, QUICK, items, { onError });
		expect(result.error).toBeUndefined();
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
		expect(result.items[0]?.json).toMatchObject(example.its.output);
		expect(result.items[1]?.json.error).toContain(`'${example.its.bad.field}'`);
		expect(result.items[2]?.json).not.toHaveProperty('error');
		const requests = await site.received();
		expect(requests.map(({ accepted }) => accepted)).toEqual([true, true]);
		expect(requests.map(essence)).toContainEqual({
			query: {},
			body: null,
			...example.its.request,
		});
	});

	test.each(withBadItem)('%s goes to the error output', async (_, example) => {
		await example.its.prepare?.(site);
		const { items } = example;
		const onError = 'continueErrorOutput';
		const result = await runExample(site, example, QUICK, items, { onError });
		expect(result.error).toBeUndefined();
		expect(result.items.map(linksOf)).toEqual([[0], [2]]);
		expect(result.errorItems.map(linksOf)).toEqual([[1]]);
		expect(messagesOf(result.errorItems)[0]).toContain(`'${example.its.bad.field}'`);
		expect(await site.received()).toHaveLength(2);
	});

	test.each(withBadItem)('%s stops the run before anything is sent', async (_, example) => {
		await example.its.prepare?.(site);
		const { field } = example.its.bad;
		const error = errorOf(await runExample(site, example, QUICK, example.items));
		expect(error.message).toContain(`'${field}'`);
		expect(error.message).toContain('[Item 1]');
		expect(error.context).toMatchObject({ itemIndex: 1 });
		expect(error.description).toContain(`Set '${field}' in the node`);
		expect(error.description).toContain('Nothing was sent.');
		expect(await site.received()).toEqual([]);
	});
});

describe('an item that the vendor refuses between two good ones', () => {
	/** One request at a time, so that it is the middle item's that is refused. */
	const inOrder = { ...QUICK, requestsInParallel: 1 };
	const refused = genPageExamples().map(([key, example]) => {
		const [first, last] = example.its.items;
		return [key, { ...example, items: [first, last, last] }] as const;
	});

	test.each(refused)('%s comes back in its place', async (_, example) => {
		await example.its.prepare?.(site);
		const { path } = example.its.request;
		const body = { message: 'Not this one.' };
		await site.sandbox.fault({ kind: 'status', status: 422, body, path, after: 1 });
		const { items } = example;
		const onError = 'continueRegularOutput';
		const result = await runExample(site, example, inOrder, items, { onError });
		expect(result.error).toBeUndefined();
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
		expect(messagesOf(result.items)).toEqual(['', 'GenPage: Not this one. [Item 1]', '']);
		const requests = await site.received();
		expect(requests.map(({ status }) => status)).toEqual([200, 422, 200]);
	});

	test.each(refused)('%s stops the run', async (_, example) => {
		await example.its.prepare?.(site);
		const { path } = example.its.request;
		const body = { message: 'Not this one.' };
		await site.sandbox.fault({ kind: 'status', status: 422, body, path, after: 1 });
		const error = errorOf(await runExample(site, example, inOrder, example.items));
		expect(error.message).toBe('GenPage: Not this one. [Item 1]');
		expect(await site.received()).toHaveLength(2);
	});
});

// Every operation on three items of which the middle one goes wrong.
import { errorOf, essence, inFull, linksOf, messagesOf } from '../results.mts';
import { useVendor, type VendorSite } from '../site.mts';
import type { TestedVendor } from '../vendor.mts';
import {
	DOCUMENTS,
	examplesOf,
	formsOf,
	QUICK,
	runExample,
	type Example,
	type FormExample,
	type Named,
} from './examples.mts';

/** Generates these tests for a vendor; called by a test file. */
export function testItems(vendor: TestedVendor): void {
	describe.each(DOCUMENTS)('%s documents', (documents) => {
		const site = useVendor(vendor, documents);
		const examples = examplesOf(vendor, documents);
		describe('a bad item between two good ones', () => {
			testBadItem(site, examples);
		});
		describe('an item that the vendor refuses between two good ones', () => {
			testRefusedItem(site, examples);
		});
	});
	describe('a bad item between two good ones', () => {
		testBadItemAlone(useVendor(vendor), formsOf(vendor));
	});
}

/** Each example with three items, the middle one bad. */
export function withBadItem<Each extends FormExample>(examples: ReadonlyArray<Named<Each>>) {
	return examples.map(([key, example]) => {
		const { its } = example;
		const [first, last] = its.items;
		const options = { ...its.options, ...TIMEOUT_OF_ITEM };
		const items = [first, { ...first, ...its.bad.item }, last];
		return [key, { ...example, its: { ...its, options }, items }] as const;
	});
}

function testBadItem(site: VendorSite, examples: ReadonlyArray<Named<Example>>): void {
	test.each(withBadItem(examples))('%s comes back in its place', async (_, example) => {
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
		expect(requests.map(essence)).toContainEqual(inFull(example.its.request));
	});

	test.each(withBadItem(examples))('%s goes to the error output', async (_, example) => {
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
}

function testBadItemAlone(site: VendorSite, forms: ReadonlyArray<Named<FormExample>>): void {
	test.each(withBadItem(forms))('%s stops the run before anything is sent', async (_, example) => {
		const { field } = example.its.bad;
		const error = errorOf(await runExample(site, example, QUICK, example.items));
		expect(error.message).toContain(`'${field}'`);
		expect(error.message).toContain('[Item 1]');
		expect(error.context).toMatchObject({ itemIndex: 1 });
		expect(error.description).toContain(`Set '${field}' in the node`);
		expect(error.description).toContain('Nothing was sent.');
		expect(await site.received()).toEqual([]);
	});
}

/** Lets an item say its request timeout; one that says none has the usual one. */
const TIMEOUT_OF_ITEM = { requestTimeout: '={{ $json.timeout }}' };

function testRefusedItem(site: VendorSite, examples: ReadonlyArray<Named<Example>>): void {
	const { vendor, contract } = site;
	const { status } = vendor.refusal;
	const body = vendor.saying('Not this one.');
	const words = `${contract.node.display}: Not this one. [Item 1]`;
	/** One request at a time, so that it is the middle item's that is refused. */
	const inOrder = { ...QUICK, requestsInParallel: 1 };
	const refused = examples.map(([key, example]) => {
		const [first, last] = example.its.items;
		return [key, { ...example, items: [first, last, last] }] as const;
	});

	test.each(refused)('%s comes back in its place', async (_, example) => {
		await example.its.prepare?.(site);
		await site.sandbox.fault({ kind: 'status', status, body, after: 1 });
		const { items } = example;
		const onError = 'continueRegularOutput';
		const result = await runExample(site, example, inOrder, items, { onError });
		expect(result.error).toBeUndefined();
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
		expect(messagesOf(result.items)).toEqual(['', words, '']);
		const requests = await site.received();
		expect(requests.map(({ accepted }) => accepted)).toEqual([true, false, true]);
	});

	test.each(refused)('%s stops the run', async (_, example) => {
		await example.its.prepare?.(site);
		await site.sandbox.fault({ kind: 'status', status, body, after: 1 });
		const error = errorOf(await runExample(site, example, inOrder, example.items));
		expect(error.message).toBe(words);
		expect(await site.received()).toHaveLength(2);
	});
}

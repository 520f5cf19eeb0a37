// Operations whose body may be entered as JSON: what is entered is what is sent.
import type { IDataObject } from 'n8n-workflow';
import { errorOf, essence, inFull, recordOf } from '../results.mts';
import type { VendorSite } from '../site.mts';
import { parametersOf, type Example, type Named } from './examples.mts';

/** Generates the tests of what is sent; the site is that of the calling test file. */
export function testJsonBodies(site: VendorSite, examples: ReadonlyArray<Named<Example>>): void {
	const withJson = withJsonOf(examples);
	if (withJson.length === 0) return;

	describe.each([
		['an object', (json: IDataObject) => json],
		['text', (json: IDataObject) => JSON.stringify(json)],
	])('the body as JSON, given as %s', (_form, given) => {
		test.each(withJson)('%s sends it as it is', async (_, example) => {
			const { its } = example;
			await its.prepare?.(site);
			const item = { ...its.items[0], json: given(jsonOf(site, example)) };
			const result = await site.run(asJson(example), [item]);
			expect(result.error).toBeUndefined();
			expect((await site.received()).map(essence)).toEqual([inFull(its.request)]);
			expect(result.items[0]?.json).toMatchObject(its.output);
		});
	});
}

/** Generates the tests of what is not sent. */
export function testBrokenJson(site: VendorSite, examples: ReadonlyArray<Named<Example>>): void {
	const withJson = withJsonOf(examples);
	if (withJson.length === 0) return;

	test.each(withJson)('%s takes no broken JSON', async (_, example) => {
		const item = { ...example.its.items[0], json: '{"name": ' };
		const error = errorOf(await site.run(asJson(example), [item]));
		const field = example.row.fields.find(({ name }) => name === 'jsonBody');
		expect(error.message).toContain(`'${field?.property.displayName ?? ''}' must be`);
		expect(await site.received()).toEqual([]);
	});
}

/** The examples of operations whose body may be entered as JSON. */
export function withJsonOf(examples: ReadonlyArray<Named<Example>>): ReadonlyArray<Named<Example>> {
	return examples.filter(([, { row }]) => row.fields.some(({ name }) => name === 'jsonBody'));
}

/** Their parameters, with the body read from the item's `json`. */
export function asJson(example: Example) {
	return { ...parametersOf(example), dataMode: 'json', jsonBody: '={{ $json.json }}' };
}

/** What to enter for the example's request: its body, without what the vendor wraps it in. */
export function jsonOf({ contract }: VendorSite, { row, its }: Example): IDataObject {
	if (its.json) return its.json;
	const operations = contract.node.resources[row.resource] ?? [];
	const wrapper = operations.find(({ value }) => value === row.operation)?.wrapper;
	const body = recordOf(its.request.body);
	return recordOf(wrapper === undefined ? body : body[wrapper]);
}

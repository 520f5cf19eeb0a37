// Every operation of a vendor's compiled table, by its example: what it sends, what it refuses to
// send, and that an agent can use it.
import { errorOf, essence, inFull, linksOf } from '../results.mts';
import { useVendor, type VendorSite } from '../site.mts';
import type { TestedVendor } from '../vendor.mts';
import {
	DOCUMENTS,
	examplesOf,
	filledPath,
	formsOf,
	runExample,
	type Example,
	type Named,
} from './examples.mts';
import { everyField, showing, type FieldUnderTest } from './fields.mts';
import { testBrokenJson, testJsonBodies } from './json.mts';
import { tableOf } from './table.mts';
import { testAsTool, testRefusedToAgents } from './tools.mts';

/** Generates these tests for a vendor; called by a test file. */
export function testOperations(vendor: TestedVendor): void {
	test('every operation has an example, and every example an operation', () => {
		const operations = tableOf(vendor).map(({ key }) => key);
		expect(Object.keys(vendor.cases).sort()).toEqual(operations.sort());
	});

	describe.each(DOCUMENTS)('%s documents', (documents) => {
		const site = useVendor(vendor, documents);
		const examples = examplesOf(vendor, documents);
		testSent(site, examples);
		testJsonBodies(site, examples);
		testAsTool(site, examples);
	});

	describe('what is not sent', () => {
		const site = useVendor(vendor);
		testFields(site);
		testBrokenJson(site, examplesOf(vendor));
		testRefusedToAgents(site, formsOf(vendor));
	});
}

function testSent(site: VendorSite, examples: ReadonlyArray<Named<Example>>): void {
	test.each(examples)('%s sends the documented request', (_, example) => expectSent(site, example));
}

async function expectSent(site: VendorSite, example: Example): Promise<void> {
	const { row, its } = example;
	await its.prepare?.(site);
	const result = await runExample(site, example, {});
	expect(result.error).toBeUndefined();
	const [request, ...others] = await site.received();
	expect(others).toEqual([]);
	expect(request && essence(request)).toEqual(inFull(its.request));
	expect(request?.headers).toMatchObject({
		...site.vendor.headers(site.key),
		accept: 'application/json',
	});
	expect([its.request.method, its.request.path]).toEqual([
		row.method,
		filledPath(example, its.items[0]),
	]);
	expect(result.items[0]?.json).toMatchObject(its.output);
	expect(result.items.map(linksOf)).toEqual([[0]]);
}

function testFields(site: VendorSite): void {
	const { vendor } = site;
	const fields = everyField(formsOf(vendor));

	test.each(fields.filter(({ each }) => each.property.required).map(named))(
		'%s needs %s',
		async (_key, _name, field) => {
			const parameters = showing(field, '={{ $json.nothing }}');
			const error = errorOf(await site.run(parameters, [field.example.its.items[0]]));
			expect(error.message).toContain(`'${field.each.property.displayName}'`);
			expect(error.message).toContain('[Item 0]');
			expect(error.description).toContain('Nothing was sent.');
			expect(await site.received()).toEqual([]);
		},
	);

	// A field that takes no expression holds what its form offers.
	const takesNone = ({ each: { property } }: FieldUnderTest) =>
		!TAKE_OBJECTS.has(property.type) && property.noDataExpression !== true;

	test.each(fields.filter(takesNone).map(named))(
		'%s takes no object for %s',
		async (_key, _name, field) => {
			const item = { ...field.example.its.items[0], wrong: { some: 'object' } };
			const error = errorOf(await site.run(showing(field, '={{ $json.wrong }}'), [item]));
			expect(error.message).toContain(`'${field.each.property.displayName}' must `);
			expect(error.message).toContain('{"some":"object"}');
			expect(await site.received()).toEqual([]);
		},
	);

	const isNumber = ({ each: { name, property } }: FieldUnderTest) =>
		property.type === 'number' || vendor.numericIds?.includes(name);

	test.each(fields.filter(isNumber).map(named))(
		'%s takes no text for %s',
		async (_key, _name, field) => {
			const { displayName } = field.each.property;
			const item = field.example.its.items[0];
			const error = errorOf(await site.run(showing(field, '={{ "Outreach" }}'), [item]));
			expect(error.message).toContain(`'${displayName}' must be a `);
			expect(error.message).toMatch(/must be a (whole )?number .*, not "Outreach"/);
			expect(error.description).toContain(`'${displayName}'`);
			expect(await site.received()).toEqual([]);
		},
	);
}

/** Field types whose value is an object, or may be one. */
const TAKE_OBJECTS = new Set(['resourceMapper', 'collection', 'fixedCollection', 'json']);

/** For test.each: the operation and the field first, as the test's name. */
function named(field: FieldUnderTest): [key: string, name: string, field: FieldUnderTest] {
	return [field.example.row.key, field.each.name, field];
}

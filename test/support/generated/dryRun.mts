// Every operation that writes, as a dry run: it shows the request that it would send, and sends none.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { callTool } from '../agent.mts';
import type { NodeResult } from '../engine.mts';
import { essence, inFull, linksOf } from '../results.mts';
import { useVendor, type VendorSite } from '../site.mts';
import type { ExpectedRequest, TestedVendor } from '../vendor.mts';
import {
	examplesOf,
	formsOf,
	parametersOf,
	QUICK,
	runExample,
	type Example,
	type FormExample,
	type Named,
} from './examples.mts';
import { withBadItem } from './items.mts';
import { tableOf, type TableRow } from './table.mts';
import { askingTheAgent, GIVEN, ofSite } from './tools.mts';

const DRY = { dryRun: true };
const HINT = 'Dry run: nothing was sent';

/** Generates these tests for a vendor; called by a test file. */
export function testDryRun(vendor: TestedVendor): void {
	const site = useVendor(vendor);
	const { readsByPost } = vendor;
	const writes = ({ key, method }: TableRow) => method !== 'GET' && !readsByPost?.test(key);
	const ofWrites = <Each extends FormExample>(examples: ReadonlyArray<Named<Each>>) =>
		examples.filter(([, { row }]) => writes(row));

	test('can be chosen for every operation that writes, and for no other', () => {
		const table = tableOf(vendor);
		expect(keysOf(table.filter(hasOption('dryRun')))).toEqual(keysOf(table.filter(writes)));
	});

	testBadItem(site, ofWrites(formsOf(vendor)));
	testSame(site, ofWrites(examplesOf(vendor)));
	testMixed(site, ofWrites(examplesOf(vendor)));
	testBatches(site, ofWrites(formsOf(vendor)));
	testAgents(site, ofWrites(examplesOf(vendor)));
}

const keysOf = (rows: readonly TableRow[]) => rows.map(({ key }) => key).sort();

function hasOption(name: string): (row: TableRow) => boolean {
	return ({ fields }) =>
		fields.some(
			(field) => field.name === 'options' && field.inner?.some((own) => own.name === name),
		);
}

const requestShape = z.object({
	method: z.string(),
	url: z.string(),
	body: z.record(z.unknown()).optional(),
});

/** The request that an output item shows, as the sandbox would log it. */
export function shownRequest(
	site: VendorSite,
	{ request }: IDataObject,
): Required<ExpectedRequest> {
	const { method, url, body = null } = requestShape.parse(request);
	const { origin, pathname: path, searchParams } = new URL(url);
	expect(origin).toBe(site.sandbox.url);
	return { method, path, query: Object.fromEntries(searchParams), body };
}

async function expectNothingSent(site: VendorSite, result: NodeResult): Promise<void> {
	expect(result.error).toBeUndefined();
	expect(await site.received()).toEqual([]);
	expect(result.report).toBeUndefined();
	expect(result.kept).toEqual({});
	const secrets = site.vendor.secrets?.(site.key) ?? [site.key];
	for (const secret of secrets) expect(JSON.stringify(result.items)).not.toContain(secret);
	expect(JSON.stringify(result.items)).not.toContain('undefined');
}

function testBadItem(site: VendorSite, forms: ReadonlyArray<Named<FormExample>>): void {
	test.each(withBadItem(forms))('%s finds what is wrong, and sends nothing', async (_, example) => {
		const onError = 'continueRegularOutput';
		const { items } = example;
		const result = await runExample(site, example, DRY, items, { onError });
		await expectNothingSent(site, result);
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
		expect(result.items.map(({ json }) => json.dry_run)).toEqual([true, undefined, true]);
		expect(result.items[1]?.json.error).toContain(`'${example.its.bad.field}'`);
		expect(result.hints.map(({ message }) => message)).toContain(`${HINT} for 2 of 3 items`);
	});

	test.each(forms)('%s says that nothing was sent', async (_, example) => {
		const result = await runExample(site, example, DRY);
		await expectNothingSent(site, result);
		expect(result.hints).toEqual([expect.objectContaining({ message: HINT, type: 'info' })]);
	});
}

function testSame(site: VendorSite, examples: ReadonlyArray<Named<Example>>): void {
	test.each(examples)('%s shows the request that is sent for real', async (_, example) => {
		const dry = await runExample(site, example, DRY);
		await expectNothingSent(site, dry);
		await example.its.prepare?.(site);
		await runExample(site, example);
		const [sent, ...others] = await site.received();
		expect(others).toEqual([]);
		const shown = shownRequest(site, dry.items[0]?.json ?? {});
		// What the credential adds is sent, and not shown.
		expect(shown.query).toEqual({});
		expect(sent && essence(sent)).toEqual({ ...shown, query: site.vendor.query ?? {} });
	});
}

function testMixed(site: VendorSite, examples: ReadonlyArray<Named<Example>>): void {
	test.each(examples)('%s sends what is not dry in the same run', async (_, example) => {
		await example.its.prepare?.(site);
		const [first, last] = example.its.items;
		const items = [
			{ ...last, dry: true },
			{ ...first, dry: false },
			{ ...last, dry: 'TRUE' },
		];
		const options = { ...QUICK, dryRun: '={{ $json.dry }}' };
		const result = await runExample(site, example, options, items);
		expect(result.error).toBeUndefined();
		expect((await site.received()).map(essence)).toEqual([inFull(example.its.request)]);
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
		expect(result.items.map(({ json }) => json.dry_run)).toEqual([true, undefined, true]);
		expect(result.items[1]?.json).toMatchObject(example.its.output);
		expect(result.hints.map(({ message }) => message)).toContain(`${HINT} for 2 of 3 items`);
	});
}

/** Operations that send many items in one request tell which one an item would be part of. */
function testBatches(site: VendorSite, forms: ReadonlyArray<Named<FormExample>>): void {
	const batches = forms.filter(([, { row }]) => hasOption('batchSize')(row));
	if (batches.length === 0) return;

	test.each(batches)('%s tells the request that each item would be part of', async (_, example) => {
		const [item] = example.its.items;
		const items = Array.from({ length: 5 }, () => item);
		const result = await runExample(site, example, { ...DRY, batchSize: 2 }, items);
		await expectNothingSent(site, result);
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2], [3], [4]]);
		expect(result.items.map(({ json }) => [json.request_number, json.items_in_request])).toEqual([
			[1, 2],
			[1, 2],
			[2, 2],
			[2, 2],
			[3, 1],
		]);
	});
}

function testAgents(site: VendorSite, examples: ReadonlyArray<Named<Example>>): void {
	const suited = examples.filter(([, { row }]) => !row.notForAgents);

	describe.each(GIVEN)('agent $agent, arguments $form', ({ agent, given }) => {
		test.each(suited)('%s shows a model what it would send', async (_, example) => {
			const args: IDataObject = { ...example.its.items[0], dry: true };
			const parameters: INodeParameters = parametersOf(example, { dryRun: '={{ $json.dry }}' });
			const entries = Object.entries(args).map(([name, value]) => [name, given(value)] as const);
			const run = { ...ofSite(site), parameters: askingTheAgent(parameters, args) };
			const answer = await callTool(run, Object.fromEntries<IDataObject[string]>(entries), agent);
			const { method, path, body } = inFull(example.its.request);
			expect(answer).toEqual([expect.objectContaining({ dry_run: true })]);
			expect(shownRequest(site, answer[0] ?? {})).toMatchObject({ method, path, body });
			expect(await site.received()).toEqual([]);
		});
	});
}

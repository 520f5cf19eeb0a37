// Every operation when the vendor refuses it or repeats the key, and when it is cancelled. All else that
// can go wrong is in test/support/faults.
import type { ShownError } from '../engine.mts';
import { errorOf } from '../results.mts';
import { useVendor, type VendorSite } from '../site.mts';
import type { TestedVendor } from '../vendor.mts';
import { watchNode } from '../watch.mts';
import { examplesOf, runExample, type Example, type Named } from './examples.mts';

type Examples = ReadonlyArray<Named<Example>>;

/** Generates these tests for a vendor; called by a test file. */
export function testFaults(vendor: TestedVendor): void {
	const site = useVendor(vendor);
	const examples = examplesOf(vendor);
	testRefusals(site, examples);
	testCancelled(site, examples);
	describe('the key stays out of errors', () => {
		testSecrets(site, examples);
	});
}

function testRefusals(site: VendorSite, examples: Examples): void {
	const { vendor, contract } = site;
	const name = contract.node.display;

	describe.each(vendor.advice)('status %i', (status, advice) => {
		test.each(examples)('%s tells the words of the vendor and what to do', async (_, example) => {
			const words = `The vendor's words on ${status}.`;
			await site.sandbox.fault({ kind: 'status', status, body: vendor.saying(words) });
			const error = errorOf(await runExample(site, example));
			expect(error.message).toBe(`${name}: ${words} [Item 0]`);
			expect(error.description).toMatch(advice);
			expect(error.description).toContain(`(status ${status})`);
			expect(error.httpCode).toBe(String(status));
			expect(error.context).toMatchObject({ itemIndex: 0 });
			expect(await site.received()).toHaveLength(1);
		});
	});

	const withFields = examples.filter(([, { its }]) => its.refusedField);
	if (withFields.length === 0) return;

	test.each(withFields)('%s names the field that the vendor refuses', async (_, example) => {
		const [field = '', displayName = ''] = example.its.refusedField ?? [];
		const why = 'It is not what we take.';
		const { status, body, shown } = vendor.refusal;
		await site.sandbox.fault({ kind: 'status', status, body: body(field, why) });
		const error = errorOf(await runExample(site, example));
		expect(error.message).toBe(`${name}: ${shown(displayName, why)} [Item 0]`);
	});
}

function testCancelled(site: VendorSite, examples: Examples): void {
	test.each(examples)('%s stops when the execution is cancelled', async (_, example) => {
		await site.sandbox.fault({ kind: 'hang', times: 9 });
		const ended = watchNode(site.vendor.type);
		const items = [...example.its.items, example.its.items[0]];
		const inOrder = { requestsInParallel: 1 };
		await runExample(site, example, inOrder, items, { cancelWhen: site.arrived() });
		await expect(ended()).rejects.toThrow('cancelled');
		expect(await site.received()).toHaveLength(1);
	});
}

function testSecrets(site: VendorSite, examples: Examples): void {
	const { vendor } = site;
	const secrets = () => vendor.secrets?.(site.key) ?? [site.key];

	test.each(examples)('%s when the vendor repeats it', async (_, example) => {
		const said = `Bad key ${secrets().join(' and ')}`;
		const body = { ...vendor.saying(said), errors: { key: [`${said} it is`] } };
		await site.sandbox.fault({ kind: 'status', status: 500, body });
		expectWithout(secrets(), errorOf(await runExample(site, example)));
	});

	const strict = examples.filter(([, { its }]) => its.undocumented === undefined);

	test.each(strict)('%s when an answer of the wrong form holds it', async (_, example) => {
		await site.sandbox.fault({ kind: 'wrongType', body: secrets() });
		expectWithout(secrets(), errorOf(await runExample(site, example)));
	});
}

/** n8n stores the whole error with the execution, so all of it counts. */
function expectWithout(secrets: readonly string[], error: ShownError): void {
	const { message, description, context } = error;
	expect(`${message} ${description ?? ''}`).toContain('***');
	for (const secret of secrets) {
		expect(JSON.stringify([message, description, context, error])).not.toContain(secret);
		expect(error instanceof Error ? error.stack : '').not.toContain(secret);
	}
}

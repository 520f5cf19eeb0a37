// Every operation when the vendor refuses it, answers nonsense, hangs, or repeats the key.
import type { FaultRuleInput } from '../../../sandbox/client.mts';
import type { NodeResult, ShownError } from '../engine.mts';
import { errorOf } from '../results.mts';
import { useVendor, type VendorSite } from '../site.mts';
import type { TestedVendor } from '../vendor.mts';
import { watchNode } from '../watch.mts';
import { examplesOf, QUICK, runExample, type Example, type Named } from './examples.mts';

type Examples = ReadonlyArray<Named<Example>>;

/** Generates these tests for a vendor; called by a test file. */
export function testFaults(vendor: TestedVendor): void {
	const site = useVendor(vendor);
	const examples = examplesOf(vendor);
	testRefusals(site, examples);
	testUnreadable(site, examples);
	testWrongForm(site, examples);
	testSilence(site, examples);
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

const UNREADABLE: ReadonlyArray<readonly [string, FaultRuleInput, words: RegExp]> = [
	['a web page', { kind: 'html' }, /a web page instead of data/],
	['truncated JSON', { kind: 'truncated' }, /something that is not JSON/],
	['a broken connection', { kind: 'resetMidBody' }, /broke off/],
];

function testUnreadable(site: VendorSite, examples: Examples): void {
	describe.each(UNREADABLE)('%s as the answer', (_what, rule, words) => {
		test.each(examples)('%s fails readably or is done', async (_, example) => {
			await site.sandbox.fault(rule);
			const result = await runExample(site, example);
			if (isDone(example, rule)) expectDone(example, result);
			else expect(readable(site, result).message).toMatch(words);
			expect(await site.received()).toHaveLength(1);
		});
	});

	// It takes a third of a second, and what reads the answer is the same for all operations.
	const kinds = [isRead, isWrite, ([, { its }]: Named<Example>) => its.undocumented !== undefined];
	const oneOfEach = new Set(kinds.map((kind) => examples.find(kind)));
	test.each([...oneOfEach].filter((each) => each !== undefined))(
		'%s fails readably or is done on 60 MB as the answer',
		async (_, example) => {
			await site.sandbox.fault({ kind: 'huge', bytes: 60_000_000 });
			const result = await runExample(site, example);
			if (isDone(example, { kind: 'huge' })) expectDone(example, result);
			else expect(readable(site, result).message).toMatch(/larger than 50 MB/);
		},
	);
}

function isRead([, { row }]: Named<Example>): boolean {
	return row.method === 'GET';
}

function isWrite([, { row, its }]: Named<Example>): boolean {
	return row.method !== 'GET' && its.undocumented === undefined;
}

/**
 * Whether what was asked for is done although the answer says nothing: its status is good, and no
 * document promises more. A read without an answer is nothing.
 */
function isDone({ its, row }: Example, rule: Pick<FaultRuleInput, 'kind'>): boolean {
	const isLost = rule.kind === 'resetMidBody' || rule.kind === 'huge';
	return its.undocumented !== undefined && !(isLost && row.method === 'GET');
}

function expectDone({ its }: Example, { error, items }: NodeResult): void {
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json)).toMatchObject([its.undocumented]);
}

const WRONG: ReadonlyArray<readonly [what: string, rule: FaultRuleInput]> = [
	['a number', { kind: 'wrongType', body: 42 }],
	['a text', { kind: 'wrongType', body: 'x' }],
	['null', { kind: 'wrongType', body: null }],
	['a list of numbers', { kind: 'wrongType', body: [1, 2] }],
	['an empty list', { kind: 'wrongType', body: [] }],
	['nothing', { kind: 'empty' }],
	['204', { kind: 'empty', status: 204 }],
];

function testWrongForm(site: VendorSite, examples: Examples): void {
	describe.each(WRONG)('%s as the answer', (what, rule) => {
		// An empty list is a list.
		const isAsked = ([, { row }]: Named<Example>) =>
			what !== 'an empty list' || row.method !== 'GET';
		test.each(examples.filter(isAsked))('%s fails readably or is done', async (_, example) => {
			await site.sandbox.fault(rule);
			const result = await runExample(site, example);
			if (isDone(example, rule)) expectDone(example, result);
			else if (what === 'null' && isList(example)) expect(result).toMatchObject(NO_ITEMS);
			else readable(site, result);
		});
	});
}

/** null in the place of a list is an empty one. */
const NO_ITEMS = { error: undefined, items: [] };

function isList({ row }: Example): boolean {
	return row.fields.some(({ name }) => name === 'returnAll');
}

function readable(site: VendorSite, result: NodeResult): ShownError {
	const error = errorOf(result);
	expectReadable(site, error);
	return error;
}

/** A sentence about the vendor, with its operation, and not the complaint of a program. */
function expectReadable({ contract }: VendorSite, error: ShownError): void {
	const [name, happened] = error.message.split(/ (.*)/s);
	expect(name).toBe(contract.node.display);
	expect(happened).toMatch(/^(answered|gave no usable answer|could not be reached)/);
	expect(error.message).not.toMatch(/TypeError|Cannot read|undefined|JSON at position/);
	expect(error.description).toMatch(/^[A-Z].*: /);
	expect(error.description?.length).toBeLessThan(500);
}

function testSilence(site: VendorSite, examples: Examples): void {
	const name = site.contract.node.display;

	test.each(examples)('%s gives up when there is no answer in time', async (_, example) => {
		await site.sandbox.fault({ kind: 'hang' });
		const quick = { ...QUICK, requestTimeout: 0.1 };
		const error = errorOf(await runExample(site, example, quick));
		expect(error.message).toBe(
			`${name} could not be reached: there was no answer in time [Item 0]`,
		);
		expect(error.description).toContain('try again');
		// On a busy machine the time is over before the request has arrived.
		expect((await site.received()).length).toBeLessThanOrEqual(1);
	});

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

// Every operation when the vendor refuses it, answers nonsense, hangs, or repeats the token.
import type { FaultRuleInput } from '../../sandbox/client.mts';
import { errorOf, genPageExamples, QUICK, runExample } from '../support/cases/run.mts';
import { useGenPage } from '../support/genPage.mts';
import { watchNode } from '../support/watch.mts';

const site = useGenPage();
const examples = genPageExamples();

const ADVICE: ReadonlyArray<readonly [status: number, advice: RegExp]> = [
	[401, /credential 'GenPage API'.*Settings > Integrations/],
	[402, /credits/],
	[403, /workspace/],
	[404, /check the IDs/],
	[405, /Base URL/],
	[410, /was removed/],
	[422, /correct them/],
	[429, /Retry for up to \(Seconds\)/],
	[500, /try again later/],
	[503, /try again later/],
];

describe.each(ADVICE)('status %i', (status, advice) => {
	test.each(examples)('%s tells the words of the vendor and what to do', async (_, example) => {
		const body = { message: `The vendor's words on ${status}.` };
		await site.sandbox.fault({ kind: 'status', status, body });
		const error = errorOf(await runExample(site, example));
		expect(error.message).toBe(`GenPage: The vendor's words on ${status}. [Item 0]`);
		expect(error.description).toMatch(advice);
		expect(error.description).toContain(`(status ${status})`);
		expect(error.httpCode).toBe(String(status));
		expect(error.context).toMatchObject({ itemIndex: 0 });
		expect(await site.received()).toHaveLength(1);
	});
});

const withFields = examples.filter(([, { its }]) => its.refusedField);

test.each(withFields)('%s names the field that the vendor refuses', async (_, example) => {
	const [name = '', displayName = ''] = example.its.refusedField ?? [];
	const errors = { [name]: ['It is not what we take.'] };
	const body = { message: 'The given data was invalid.', errors };
	await site.sandbox.fault({ kind: 'status', status: 422, body });
	const error = errorOf(await runExample(site, example));
	expect(error.message).toBe(
		`GenPage: The given data was invalid. ('${displayName}': It is not what we take.) [Item 0]`,
	);
});

const WRONG: ReadonlyArray<readonly [what: string, rule: FaultRuleInput]> = [
	['a number', { kind: 'wrongType', body: 42 }],
	['a text', { kind: 'wrongType', body: 'x' }],
	['null', { kind: 'wrongType', body: null }],
	['a list of numbers', { kind: 'wrongType', body: [1, 2] }],
];
const UNREADABLE: ReadonlyArray<readonly [string, FaultRuleInput, words: RegExp]> = [
	['a web page', { kind: 'html' }, /a web page instead of data/],
	['truncated JSON', { kind: 'truncated' }, /something that is not JSON/],
	['a broken connection', { kind: 'resetMidBody' }, /broke off/],
	['60 MB', { kind: 'huge', bytes: 60_000_000 }, /larger than 50 MB/],
];

describe.each(UNREADABLE)('%s as the answer', (_what, rule, words) => {
	test.each(examples)('%s fails readably', async (_, example) => {
		await site.sandbox.fault(rule);
		const error = errorOf(await runExample(site, example));
		expectReadable(error);
		expect(error.message).toMatch(words);
	});
});

describe.each([...WRONG, ['nothing', { kind: 'empty' }] as const])(
	'%s as the answer',
	(_w, rule) => {
		test.each(examples)('%s fails readably or has nothing to tell', async (_, example) => {
			await site.sandbox.fault(rule);
			const result = await runExample(site, example);
			const { emptyAnswer, wrongAnswer, output } = example.its;
			if ((rule.kind === 'empty' ? emptyAnswer : wrongAnswer) === 'error') {
				expectReadable(errorOf(result));
			} else {
				expect(result.error).toBeUndefined();
				expect(result.items.map(({ json }) => json)).toEqual([output]);
			}
		});
	},
);

/** A sentence about the vendor, with its operation, and not the complaint of a program. */
function expectReadable(error: ReturnType<typeof errorOf>): void {
	expect(error.message).toMatch(/^GenPage (answered|gave no usable answer|could not be reached)/);
	expect(error.message).not.toMatch(/TypeError|Cannot read|undefined|JSON at position/);
	expect(error.description).toMatch(/^[A-Z].*: /);
	expect(error.description?.length).toBeLessThan(500);
}

test.each(examples)('%s gives up when there is no answer in time', async (_, example) => {
	await site.sandbox.fault({ kind: 'hang' });
	const quick = { ...QUICK, requestTimeout: 0.3 };
	const error = errorOf(await runExample(site, example, quick));
	expect(error.message).toBe('GenPage could not be reached: there was no answer in time [Item 0]');
	expect(error.description).toContain('try again');
	expect(await site.received()).toHaveLength(1);
});

test.each(examples)('%s stops when the execution is cancelled', async (_, example) => {
	await site.sandbox.fault({ kind: 'hang', times: 9 });
	const ended = watchNode();
	const items = [...example.its.items, example.its.items[0]];
	const inOrder = { requestsInParallel: 1 };
	await runExample(site, example, inOrder, items, { cancelWhen: site.arrived() });
	await expect(ended()).rejects.toThrow('cancelled');
	expect(await site.received()).toHaveLength(1);
});

describe('the token stays out of errors', () => {
	test.each(examples)('%s when the vendor repeats it', async (_, example) => {
		const { token } = site.sandbox;
		const body = { message: `Bad token ${token}`, errors: { token: [`Bearer ${token}`] } };
		await site.sandbox.fault({ kind: 'status', status: 500, body });
		expectWithout(token, errorOf(await runExample(site, example)));
	});

	test.each(examples)('%s when an answer of the wrong form holds it', async (_, example) => {
		if (example.its.wrongAnswer === 'success') return;
		const { token } = site.sandbox;
		await site.sandbox.fault({ kind: 'wrongType', body: [token] });
		expectWithout(token, errorOf(await runExample(site, example)));
	});
});

/** n8n stores the whole error with the execution, so all of it counts. */
function expectWithout(token: string, error: ReturnType<typeof errorOf>): void {
	const { message, description, context } = error;
	expect(`${message} ${description ?? ''}`).toContain('***');
	expect(JSON.stringify([message, description, context, error])).not.toContain(token);
	expect(error instanceof Error ? error.stack : '').not.toContain(token);
}

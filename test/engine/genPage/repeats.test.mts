// What the vendor says about when to come back, and what it may not make the node do.
import { useGenPage } from '../../support/genPage.mts';
import { errorOf } from '../../support/results.mts';
import { watchNode } from '../../support/watch.mts';

const site = useGenPage();
const testConnection = (options: { maxRetryWait: number }) => ({
	resource: 'account',
	operation: 'test',
	options,
});

test('Retry-After: 0 does not make a node that must not repeat ask for ever', async () => {
	await site.sandbox.fault({ kind: 'rateLimit', retryAfter: 0, times: 20 });
	const error = errorOf(await site.run(testConnection({ maxRetryWait: 0 })));
	expect(error.httpCode).toBe('429');
	expect(await site.received()).toHaveLength(1);
});

test('Retry-After: 0 does not make a node ask without a pause', async () => {
	await site.sandbox.fault({ kind: 'rateLimit', retryAfter: 0, times: 500 });
	errorOf(await site.run(testConnection({ maxRetryWait: 1 })));
	expect((await site.received()).length).toBeLessThan(20);
});

test('a token in a page of text is not shown in part either', async () => {
	const { token } = site.sandbox;
	const body = `${'x'.repeat(190)} ${token}`;
	await site.sandbox.fault({ kind: 'status', status: 500, body });
	const { message, description } = errorOf(await site.run(testConnection({ maxRetryWait: 0 })));
	expect(`${message} ${description ?? ''}`).not.toContain(token.slice(0, 6));
});

test('a long pause ends when the execution is cancelled', async () => {
	const headers = { 'retry-after': '25' };
	await site.sandbox.fault({ kind: 'status', status: 503, body: {}, headers, times: 2 });
	const ended = watchNode('genPage');
	const more = { cancelWhen: site.arrived() };
	await site.run(testConnection({ maxRetryWait: 60 }), [{}], more);
	await expect(ended()).rejects.toThrow('cancelled');
	expect(await site.received()).toHaveLength(1);
}, 24_000);

describe('a long Retry-After', () => {
	let cancel = () => {};
	afterEach(() => {
		cancel();
	});

	test('of one item does not hold the next ones beyond their own limit', async () => {
		const cancelWhen = new Promise<void>((resolve) => {
			cancel = resolve;
		});
		await site.sandbox.fault({ kind: 'rateLimit', retryAfter: 3600 });
		const parameters = testConnection({ maxRetryWait: 0 });
		const options = { maxRetryWait: 0, requestsInParallel: 1 };
		const onError = 'continueRegularOutput';
		const more = { onError, cancelWhen } as const;
		const result = await site.run({ ...parameters, options }, [{}, {}], more);
		expect(result.items.map(({ json }) => 'error' in json)[0]).toBe(true);
		expect(result.items).toHaveLength(2);
	}, 60_000);
});

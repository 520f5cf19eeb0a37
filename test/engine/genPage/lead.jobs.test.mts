// Lead > Create or Update when jobs fail or take too long: nothing that was accepted is lost.
import { useGenPage } from '../../support/genPage.mts';
import { leadItems, LEADS_PATH, UPLOAD_PATH, upsert, uploadsIn } from '../../support/leads.mts';
import { errorOf, linksOf, messagesOf } from '../../support/results.mts';

const site = useGenPage();
const waiting = { waitForCompletion: true };
const FIRST_JOB = '1234567890';
const SECOND_JOB = '1234567891';

test('the progress is shown above the output', async () => {
	const { hints } = await site.run(upsert({ ...waiting, batchSize: 2 }), leadItems(3));
	expect(hints.map(({ type }) => type)).toEqual(['info']);
	expect(hints[0]?.message).toMatch(/^GenPage processed 3 of 3 leads in 2 jobs \(\d+ s\)$/);
});

test('where nothing is waited for, a hint tells how to get the pages', async () => {
	const { hints } = await site.run(upsert(), leadItems(1));
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringMatching(/Job > Wait for Completion next, with the 'job_id'.*'Return Leads'/),
	]);
	const none = await site.run(upsert(), [{ email: 'wrong' }], { onError: 'continueRegularOutput' });
	expect(none.hints).toEqual([]);
});

test('a failed job stops the run with its numbers', async () => {
	const error = errorOf(await site.run(upsert(waiting, { from: 'fail' }), leadItems(3)));
	expect(error.message).toContain(`could not finish job ${FIRST_JOB}: 1 of 3 leads processed`);
	expect(error.description).toContain(`Already accepted: job ${FIRST_JOB} (3 items from Item 0)`);
});

test('a failed job gives an error item for each of its items only', async () => {
	const items = leadItems(3).map((item, at) => ({ ...item, sender: at === 1 ? 'ok' : 'fail' }));
	const parameters = upsert(waiting, { from: '={{ $json.sender }}' });
	const onError = 'continueRegularOutput';
	const result = await site.run(parameters, items, { onError });
	expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
	expect(result.items[1]?.json.email).toBe('lead-1@x.example');
	const [first, , last] = messagesOf(result.items);
	expect(first).toContain('1 of 2 leads processed');
	expect(last).toBe(first);
});

test('the time limit tells all jobs of the run', async () => {
	await site.sandbox.reset({ leadsPerSecond: 0.001 });
	const options = { ...waiting, batchSize: 1, timeoutSeconds: 0 };
	const error = errorOf(await site.run(upsert(options), leadItems(2)));
	expect(error.message).toMatch(/has not finished job \d+ within the time limit: 0 of 1 leads/);
	expect(error.description).toContain(`job ${FIRST_JOB} (Item 0)`);
	expect(error.description).toContain(`job ${SECOND_JOB} (Item 1)`);
	expect(error.context?.accepted).toEqual([
		{ items: [0], what: `job ${FIRST_JOB}` },
		{ items: [1], what: `job ${SECOND_JOB}` },
	]);
});

test('with continue-on-fail the time limit gives each item the ID of its job', async () => {
	await site.sandbox.reset({ leadsPerSecond: 0.001 });
	const options = { ...waiting, batchSize: 1, timeoutSeconds: 0 };
	const onError = 'continueRegularOutput';
	const result = await site.run(upsert(options), leadItems(2), { onError });
	expect(result.items.map(linksOf)).toEqual([[0], [1]]);
	const [first, second] = messagesOf(result.items);
	expect(first).toContain(FIRST_JOB);
	expect(second).toContain(SECOND_JOB);
});

describe('a batch that is refused between two others', () => {
	const options = { ...waiting, batchSize: 1, requestsInParallel: 1, maxRetryWait: 0 };

	beforeEach(async () => {
		const body = { message: 'The quota of today is used up.' };
		await site.sandbox.fault({ kind: 'status', status: 422, body, path: UPLOAD_PATH, after: 1 });
	});

	test('stops the run with an error that tells what was accepted before', async () => {
		const error = errorOf(await site.run(upsert(options), leadItems(3)));
		expect(error.message).toBe('GenPage: The quota of today is used up. [Item 1]');
		expect(error.description).toContain(`Already accepted: job ${FIRST_JOB} (Item 0).`);
		expect(error.context?.accepted).toEqual([{ items: [0], what: `job ${FIRST_JOB}` }]);
		expect(uploadsIn(await site.received())).toHaveLength(2);
	});

	test('leaves the others alone with continue-on-fail', async () => {
		const onError = 'continueErrorOutput';
		const result = await site.run(upsert(options), leadItems(3), { onError });
		expect(result.items.map(({ json }) => json.email)).toEqual([
			'lead-0@x.example',
			'lead-2@x.example',
		]);
		expect(result.items.map(linksOf)).toEqual([[0], [2]]);
		expect(result.errorItems.map(linksOf)).toEqual([[1]]);
	});
});

describe('a lead that did not come back', () => {
	const options = { ...waiting, batchSize: 2, requestsInParallel: 1 };

	beforeEach(async () => {
		const leads = [{ lead_id: 1, values: { email: 'lead-0@x.example' } }];
		await site.sandbox.fault({ kind: 'wrongType', path: LEADS_PATH, body: { leads } });
	});

	test('ends the run, once all that came is there, with its job and what came', async () => {
		const result = await site.run(upsert(options), leadItems(5));
		const error = errorOf(result);
		expect(result.items).toEqual([]);
		expect(error.message).toBe(
			`GenPage returned no lead for this item, though job ${FIRST_JOB} is completed [Item 1]`,
		);
		expect(error.description).toContain(`Lead > Get Many with the job ID ${FIRST_JOB}`);
		expect(error.description).toContain("What came (4 items) is in this error's context");
		expect(error.description).toContain(`Already accepted: job ${FIRST_JOB} (2 items from Item 0)`);
		const came = [0, 2, 3, 4].map((at) => ({ email: `lead-${at}@x.example` }));
		expect(error.context?.output).toMatchObject(came);
		expect(error.context?.accepted).toHaveLength(3);
	});

	test('is named with the others', async () => {
		const result = await site.run(upsert({ ...options, batchSize: 30 }), leadItems(30));
		const { description } = errorOf(result);
		expect(description).toContain('The same goes for Item 2, Item 3,');
		expect(description).toContain('Item 21 and 8 more.');
	});

	test('is an error item with continue-on-fail, between those that came', async () => {
		const onError = 'continueRegularOutput';
		const result = await site.run(upsert(options), leadItems(5), { onError });
		expect(result.items.map(linksOf)).toEqual([[0], [1], [2], [3], [4]]);
		expect(messagesOf(result.items)).toEqual([
			'',
			`GenPage returned no lead for this item, though job ${FIRST_JOB} is completed [Item 1]`,
			...['', '', ''],
		]);
	});

	test('does not hide why another batch failed', async () => {
		await site.sandbox.fault({ kind: 'status', status: 403, path: UPLOAD_PATH, after: 1 });
		const error = errorOf(await site.run(upsert(options), leadItems(4)));
		expect(error.httpCode).toBe('403');
		expect(error.context?.accepted).toHaveLength(1);
	});
});

test("GenPage's words about a lead of the batch name the item that it came from", async () => {
	const items = [
		{ email: 'ada@x.example', sender: 'A' },
		{ email: 'bob@x.example', sender: 'B' },
		{ lead_id: 1, sender: 'A' },
	];
	const error = errorOf(await site.run(upsert({}, { from: '={{ $json.sender }}' }), items));
	expect(error.message).toContain('[Item 2]');
});

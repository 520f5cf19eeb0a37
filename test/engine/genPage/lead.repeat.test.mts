// When an upload is sent again: GenPage says that an upsert with lead_id or genpage_url updates,
// but not whether an email finds the lead that it made before.
import { useGenPage } from '../../support/genPage.mts';
import { leadItems, upsert, UPLOAD_PATH } from '../../support/leads.mts';
import { errorOf } from '../../support/results.mts';

const site = useGenPage();

test('an upload that GenPage failed to handle is sent again', async () => {
	await site.sandbox.fault({ kind: 'status', path: UPLOAD_PATH, status: 500 });
	const result = await site.run(upsert(), leadItems(2));

	expect(result.error).toBeUndefined();
	expect((await site.sandbox.state()).genPage.jobs).toHaveLength(1);
});

test.each([502, 504])(
	'one that a gateway answers with %i is not: it may have been taken',
	async (status) => {
		const fault = { kind: 'html', path: UPLOAD_PATH, status, when: 'after' } as const;
		await site.sandbox.fault(fault);
		const error = errorOf(await site.run(upsert(), leadItems(2)));

		expect(error.message).toBe(`GenPage answered with a web page (${status})`);
		expect(error.description).toContain('GenPage may have taken the request all the same');
		expect((await site.sandbox.state()).genPage.jobs).toHaveLength(1);
	},
);

test('an upload of maybe new leads whose answer was lost is not sent again, and says so', async () => {
	await site.sandbox.fault({ kind: 'resetMidBody', path: UPLOAD_PATH, when: 'after' });
	const error = errorOf(await site.run(upsert(), leadItems(2)));

	expect(error.description).toContain('GenPage may have taken the request all the same');
	expect((await site.sandbox.state()).genPage.jobs).toHaveLength(1);
});

test('an upload of known leads only is sent again also when its answer was lost', async () => {
	await site.run(upsert({ waitForCompletion: true }), leadItems(2));
	const known = (await site.sandbox.state()).genPage.leads.map(({ lead_id }) => ({
		lead_id,
		first_name: 'Ada',
	}));
	await site.sandbox.fault({ kind: 'resetMidBody', path: UPLOAD_PATH, when: 'after' });
	const result = await site.run(upsert(), known);

	expect(result.error).toBeUndefined();
	const { leads, jobs } = (await site.sandbox.state()).genPage;
	expect(leads).toHaveLength(2);
	expect(jobs).toHaveLength(3);
});

test("an answer without a job is told in GenPage's own words", async () => {
	const body = { message: 'Your plan has no credits left.' };
	await site.sandbox.fault({ kind: 'wrongType', path: UPLOAD_PATH, body });
	const result = await site.run(upsert(), leadItems(1));

	expect(result.items).toEqual([]);
	expect(errorOf(result).message).toBe('GenPage: Your plan has no credits left. [Item 0]');
	expect(errorOf(result).description).toContain("it holds no 'job_id'");
});

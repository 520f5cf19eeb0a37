// "Stop if Usage Is Too Low": asked once, before anything is sent.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BY_HAND, companies, upload, uploadCompanies } from '../../support/leadGenius.mts';
import { useListener } from '../../support/listener.mts';
import { errorOf, messagesOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';
import { startExecution } from '../../support/waiting.mts';

const site = useVendor({ ...leadGenius, settings: { leadGenius: BY_HAND } });
const listener = useListener();

const USAGE_PATH = '/api/v1/enrichment/status/';

/** What the node sent: what it asked for and how many records it uploaded. */
async function sent() {
	const requests = await site.received();
	return {
		usage: requests.filter(({ path }) => path === USAGE_PATH).length,
		uploads: requests.filter(({ method }) => method === 'POST').length,
	};
}

async function left(quota: number): Promise<void> {
	await site.sandbox.reset({ leadGenius: { ...BY_HAND, quota } });
	await uploadCompanies(site);
}

const options = { stopIfUsageIsTooLow: true, batchSize: 1 };

describe.each(['upload', 'uploadAndWait', 'uploadToCampaign'])('record: %s', (operation) => {
	const run = (
		own: INodeParameters = options,
		items: readonly IDataObject[] = companies,
		onError?: 'continueRegularOutput',
	) =>
		startExecution(site, listener, upload(own, { operation }), items, { onError }).then(
			({ result }) => result,
		);

	test('stops when less is left than is to be sent', async () => {
		await left(2);
		const error = errorOf(await run());
		expect(error.message).toContain(
			'fewer records left in this period (2) than are to be sent (3)',
		);
		expect(error.description).toContain('Nothing was sent');
		expect(await sent()).toEqual({ usage: 1, uploads: 0 });
	});

	test('sends when as many are left, and asks once', async () => {
		await left(3);
		expect((await run()).error).toBeUndefined();
		expect(await sent()).toEqual({ usage: 1, uploads: 3 });
	});

	test('counts only what can be sent', async () => {
		await left(3);
		const items = [{ org_city: 'Rome' }, ...companies];
		const { items: output } = await run(options, items, 'continueRegularOutput');
		expect(messagesOf(output)[0] ?? "'Columns'").toContain("'Columns'");
		expect(await sent()).toEqual({ usage: 1, uploads: 3 });
	});

	test('makes error items of all with continue-on-fail', async () => {
		await left(1);
		const { items } = await run(options, companies, 'continueRegularOutput');
		expect(messagesOf(items)).toEqual(Array(3).fill(expect.stringContaining('in this period (1)')));
		expect(await sent()).toEqual({ usage: 1, uploads: 0 });
	});

	test('stops when LeadGenius does not say how much is left', async () => {
		await left(9);
		const body = { total: { uploaded: 1 } };
		await site.sandbox.fault({ kind: 'wrongType', body, path: USAGE_PATH });
		expect(errorOf(await run()).message).toContain("it holds no 'remaining' records");
		expect(await sent()).toEqual({ usage: 1, uploads: 0 });
	});

	test('does not ask unless told so', async () => {
		await left(0);
		await run({ batchSize: 1 });
		expect(await sent()).toEqual({ usage: 0, uploads: 3 });
	});
});

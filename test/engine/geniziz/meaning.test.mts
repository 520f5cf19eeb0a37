// Leads that are made of items of another service.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ROWS, SOURCES, type SourceName } from '../../support/meaning/rows.mts';
import { byId, errorOf, linksOf, messagesOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

const create: INodeParameters = { resource: 'lead', operation: 'create', dataMode: 'meaning' };

const name = 'Acme';
const emails = [{ email: 'ada@acme.example' }];
const mobile = { phone: '+44 7700 1', type: 'mobile' };

const expected: Readonly<Record<SourceName, IDataObject>> = {
	HubSpot: {
		...{ name, url: 'https://www.acme.example/about', emails },
		phones: [{ phone: '+44 20 1', type: 'direct' }, mobile],
	},
	Apollo: {
		...{ name: 'Acme Ltd', url: 'http://www.acme.example', industry: 'engines' },
		emails: [...emails, { email: 'a@acme.example' }],
		phones: [
			{ phone: '+44 20 0', type: 'office' },
			{ phone: '+44 20 1', type: 'work' },
		],
		addresses: [{ city: 'Leeds', country: 'UK' }],
	},
	Salesforce: {
		...{ name, url: 'acme.example', industry: 'Engines', emails },
		phones: [{ phone: '+44 20 1', type: 'direct' }, mobile],
	},
	Google: {
		name,
		emails: [...emails, { email: 'ada@gmail.com' }],
		phones: [
			{ phone: '+44 7700 1', type: 'direct' },
			{ phone: '+44 20 1', type: 'other' },
		],
	},
	LinkedIn: { name },
};

test.each(SOURCES)('a row of %s is a lead', async (source) => {
	const result = await site.run(create, [ROWS[source]]);
	expect(result.error).toBeUndefined();
	expect((await site.received()).map(({ body }) => body)).toEqual([expected[source]]);
	expect(result.hints.map(({ message }) => message)).toEqual([
		expect.stringContaining(
			'Matched by meaning: name ← Company'.replace('Company', nameIn(source)),
		),
	]);
});

const nameIn = (source: SourceName) =>
	source === 'HubSpot' ? 'Company Name' : source === 'Google' ? 'Organization Name' : 'Company';

test('what no item says is entered beside it, and what is entered wins', async () => {
	const statusId = byId('stat_1');
	const entered = { additionalFields: { statusId, industry: 'Steam' } };
	await site.run({ ...create, ...entered }, [ROWS.Apollo]);
	expect((await site.received()).map(({ body }) => body)).toEqual([
		{ ...expected.Apollo, status_id: 'stat_1', industry: 'Steam' },
	]);
});

test('an update can set and clear what no item says, and clears nothing that is matched', async () => {
	const [made] = (await site.run(create, [ROWS.LinkedIn])).items;
	const update = {
		...{ ...create, operation: 'update', leadId: byId('={{ $json.lead }}') },
		updateFields: { ownerId: 'user_1', clearFields: ['url'] },
	};
	const lead = made?.json.id;
	await site.run(update, [{ lead, company: 'Acme' }]);
	expect((await site.received())[1]?.body).toEqual({ name: 'Acme', owner_id: 'user_1', url: null });
	const error = errorOf(await site.run(update, [{ ...ROWS.HubSpot, lead }]));
	expect(error.message).toContain("clears 'URL', which is set as well");
});

test('an update sends what the item tells to the lead that is named', async () => {
	const [made] = (await site.run(create, [ROWS.LinkedIn])).items;
	const leadId = byId('={{ $json.lead }}');
	const update = { ...create, operation: 'update', leadId };
	const item = { lead: made?.json.id, Website: 'acme.example' };
	const result = await site.run(update, [item]);
	expect(result.error).toBeUndefined();
	const [, request] = await site.received();
	expect(request).toMatchObject({ method: 'PUT', body: { url: 'acme.example' } });
});

test('what a lead is out of Geniziz, it is when it goes in again', async () => {
	const [lead] = (await site.run(create, [ROWS.Apollo])).items;
	await site.run(create, [{ ...expected.Apollo, ...lead?.json }]);
	expect((await site.received())[1]?.body).toEqual(expected.Apollo);
});

test('items of which a name is not known are refused in their places', async () => {
	const onError = 'continueRegularOutput';
	const items = [ROWS.LinkedIn, { email: 'ada@gmail.com' }, ROWS.Google];
	const result = await site.run(create, items, { onError });
	expect(result.items.map(linksOf)).toEqual([[0], [1], [2]]);
	expect(messagesOf(result.items)[1]).toBe(
		"'Data' finds no 'name' in the item, which Geniziz needs [Item 1]",
	);
	expect(await site.received()).toHaveLength(2);
});

test('a dry run shows what was matched', async () => {
	const result = await site.run({ ...create, options: { dryRun: true } }, [ROWS.HubSpot]);
	expect(result.items[0]?.json).toMatchObject({
		request: { body: expected.HubSpot },
		matched: { name: 'Company Name', phones: 'Phone Number, Mobile Phone Number' },
	});
	expect(await site.received()).toEqual([]);
});

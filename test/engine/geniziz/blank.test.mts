// Blank is absent: what has no value is not sent, and clears nothing.
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { byId, errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';
import { tried } from '../../support/tried.mts';

const site = useVendor(geniziz);

const opportunity = {
	resource: 'opportunity',
	operation: 'update',
	opportunityId: SEED.opportunity,
};
const lead = { resource: 'lead', operation: 'update', leadId: byId(SEED.lead) };

async function bodiesOf(parameters: INodeParameters, items: readonly IDataObject[]) {
	const onError = 'continueRegularOutput';
	const inOrder = { ...parameters, options: { requestsInParallel: 1 } };
	const { items: output } = await site.run(inOrder, items, { onError });
	const bodies = (await site.received()).map(({ body }) => body);
	return { bodies, errors: output.flatMap(({ json }) => json.error ?? []) };
}

test('an amount that is blank is not a value of 0', async () => {
	const parameters = {
		...opportunity,
		updateFields: {
			note: 'Checked',
			value: { values: { amount: '={{ $json.amount }}', unit: 'currency' } },
		},
	};
	const items = [{ amount: 1200 }, { amount: '' }, { amount: null }, {}, { amount: 0 }];
	const { bodies } = await bodiesOf(parameters, items);

	expect(bodies).toEqual([
		{ note: 'Checked', value: 120_000 },
		{ note: 'Checked' },
		{ note: 'Checked' },
		{ note: 'Checked' },
		{ note: 'Checked', value: 0 },
	]);
});

test('an item whose fields are all blank is an error item of its own, the others are sent', async () => {
	const parameters = {
		...opportunity,
		updateFields: { value: { values: { amount: '={{ $json.amount }}', unit: 'cents' } } },
	};
	const { bodies, errors } = await bodiesOf(parameters, [{ amount: 1 }, {}, { amount: 3 }]);

	expect(bodies).toEqual([{ value: 1 }, { value: 3 }]);
	expect(errors).toEqual(["'Data' sets nothing to change [Item 1]"]);
});

test('without continue-on-fail the item that sets nothing is named, and nothing is sent', async () => {
	const parameters = { ...lead, updateFields: { url: '={{ $json.url }}' } };
	const result = await site.run(parameters, [{ url: 'a.example' }, { url: ' ' }]);

	expect(errorOf(result).message).toBe("'Data' sets nothing to change [Item 1]");
	expect(await site.received()).toEqual([]);
});

test('a row without what it is about is left out', async () => {
	const rows = [
		{ email: '={{ $json.one }}', type: 'office' },
		{ email: '={{ $json.other }}', type: 'home' },
	];
	const parameters = {
		resource: 'lead',
		operation: 'create',
		name: 'Acme',
		additionalFields: { emails: { values: rows } },
	};
	const items = [{ one: 'a@acme.example' }, { one: '', other: 'b@acme.example' }, {}];
	const { bodies } = await bodiesOf(parameters, items);

	expect(bodies).toEqual([
		{ name: 'Acme', emails: [{ email: 'a@acme.example', type: 'office' }] },
		{ name: 'Acme', emails: [{ email: 'b@acme.example', type: 'home' }] },
		{ name: 'Acme' },
	]);
});

test('further fields by name are left out where they are blank', async () => {
	const values = ['asIs', 'number', 'boolean', 'json'].map((type) => ({
		name: type,
		type,
		value: '={{ $json.value }}',
	}));
	const parameters = { ...lead, updateFields: { name: 'Acme', otherFields: { values } } };
	const { bodies } = await bodiesOf(parameters, [{ value: '' }, { value: null }, {}]);

	expect(bodies).toEqual([{ name: 'Acme' }, { name: 'Acme' }, { name: 'Acme' }]);
});

/** What a spreadsheet, a database or an expression gives for nothing. */
const blank = fc.constantFrom('', ' ', '\t', null, undefined);
const fields = ['name', 'url', 'industry', 'owner'] as const;
const row = fc.record(
	Object.fromEntries(fields.map((field) => [field, fc.oneof(blank, fc.constantFrom('a', '0'))])),
);

test('nothing blank is ever sent, and everything else is', async () => {
	const parameters = {
		...lead,
		updateFields: {
			name: '={{ $json.name }}',
			url: '={{ $json.url }}',
			industry: '={{ $json.industry }}',
			otherFields: { values: [{ name: 'owner', type: 'asIs', value: '={{ $json.owner }}' }] },
		},
	};
	await fc.assert(
		fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
			await site.sandbox.reset(site.vendor.settings);
			const { bodies, errors } = await bodiesOf(parameters, rows);
			const wanted = rows.map((item) =>
				Object.fromEntries(Object.entries(item).filter(([, value]) => (value ?? '').trim())),
			);
			const sent = wanted.filter((body) => Object.keys(body).length > 0);
			expect(bodies).toEqual(sent);
			expect(errors).toHaveLength(rows.length - sent.length);
		}),
		tried(40),
	);
});

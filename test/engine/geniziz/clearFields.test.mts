// Clear Fields: the one way to empty a field in an update.
import type { INodeParameters } from 'n8n-workflow';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { byId, errorOf, recordOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

const lead = { resource: 'lead', operation: 'update', leadId: byId(SEED.lead) };
const updateLead = (updateFields: INodeParameters) => ({ ...lead, updateFields });
const updateOpportunity = (updateFields: INodeParameters) => ({
	resource: 'opportunity',
	operation: 'update',
	opportunityId: SEED.opportunity,
	updateFields,
});
const note = {
	resource: 'activity',
	operation: 'update',
	activityType: 'note',
	activityId: SEED.note,
};
const template = {
	resource: 'emailTemplate',
	operation: 'update',
	emailTemplateId: SEED.emailTemplate,
};

test.each<[string, INodeParameters, object]>([
	['a lead', updateLead({ clearFields: ['industry', 'emails'] }), { industry: null, emails: null }],
	[
		'a lead, with fields out of an expression',
		updateLead({ clearFields: '={{ $json.names }}' }),
		{ mrr: null, owner_id: null },
	],
	[
		'a lead, by name',
		updateLead({ clearOtherFields: 'custom_a, custom_b' }),
		{ custom_a: null, custom_b: null },
	],
	[
		'a lead that is also changed',
		updateLead({ name: 'Acme', url: '', clearFields: ['url'] }),
		{ name: 'Acme', url: null },
	],
	[
		'an opportunity',
		updateOpportunity({ clearFields: ['value', 'value_period'] }),
		{ value: null, value_period: null },
	],
	[
		'an activity',
		{ ...note, clearFields: ['note'], clearOtherFields: 'source' },
		{ note: null, source: null },
	],
	[
		'what has no fields of its own',
		{ ...template, clearOtherFields: 'subject' },
		{ subject: null },
	],
])('%s is sent null for the fields to clear', async (_, parameters, body) => {
	const result = await site.run(parameters, [{ names: ['mrr', 'owner_id'] }]);
	expect(result.error).toBeUndefined();
	expect((await site.received()).map((request) => request.body)).toEqual([body]);
});

test('a field that was cleared holds nothing, and the others stay', async () => {
	const before = recordOf(await site.call('GET', `/api/v1/lead/${SEED.lead}/`));
	await site.run(updateLead({ clearFields: ['url'] }));
	const after = recordOf(await site.call('GET', `/api/v1/lead/${SEED.lead}/`));
	const { date_updated } = after;
	expect(typeof before.url).toBe('string');
	expect(after).toEqual({ ...before, url: null, date_updated });
});

test.each<[string, INodeParameters, string]>([
	[
		'from the list',
		updateLead({ industry: 'Retail', clearFields: ['url', 'industry'] }),
		`'Clear Fields' clears 'Industry', which is set as well`,
	],
	[
		'by name',
		updateLead({ mrr: 0, clearOtherFields: 'mrr' }),
		`'Clear Other Fields' clears 'Monthly Recurring Revenue (MRR)', which is set as well`,
	],
	[
		'and is set by name',
		updateLead({
			otherFields: { values: [{ name: 'custom_a', value: 'x' }] },
			clearOtherFields: 'custom_a',
		}),
		`'Clear Other Fields' clears 'custom_a', which is set as well`,
	],
	[
		'in an activity',
		{ ...note, note: 'Called', clearFields: ['note'] },
		`'Clear Fields' clears 'Note', which is set as well`,
	],
	[
		'where all fields are named',
		{
			...template,
			fieldValues: { values: [{ name: 'subject', value: 'x' }] },
			clearOtherFields: 'subject',
		},
		`'Clear Fields' clears 'subject', which is set as well`,
	],
])('a field that is set and cleared (%s) is bad input', async (_, parameters, words) => {
	const error = errorOf(await site.run(parameters));
	expect(error.message).toBe(`${words} [Item 0]`);
	expect(error.description).toMatch(/^Set '.*' or clear it, not both\./);
	expect(await site.received()).toEqual([]);
});

test('what is to be cleared is left alone where the body is JSON', async () => {
	const json = { dataMode: 'json', jsonBody: '{"industry": "Retail"}' };
	await site.run({ ...updateLead({ clearFields: ['industry', 'url'] }), ...json });
	expect((await site.received())[0]?.body).toEqual({ industry: 'Retail' });
});

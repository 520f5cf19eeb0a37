// Lists in a form: typed text is split at its commas, the entries of a list stay whole.
import type { INodeParameters } from 'n8n-workflow';
import { useVendor } from '../../support/site.mts';
import { leadGenius } from '../../support/vendors/leadGenius.mts';

const site = useVendor(leadGenius);

/** The keywords that are sent for what stands in the field. */
async function keywordsOf(keywords: string): Promise<unknown> {
	const parameters: INodeParameters = {
		...{ resource: 'campaign', operation: 'create', name: 'Spring' },
		columnsToReturn: ['org_website'],
		additionalFields: { contacts: { values: [{ keywords }] } },
	};
	const { error } = await site.run(parameters, [{}]);
	expect(error).toBeUndefined();
	return (await site.received()).map(({ body }) => body);
}

test.each([
	['typed text', 'growth, demand generation', ['growth', 'demand generation']],
	['typed lines', 'growth\ndemand', ['growth', 'demand']],
	['a list', '={{ ["growth, demand", "sales"] }}', ['growth, demand', 'sales']],
	["an agent's JSON", '["growth, demand", "sales"]', ['growth, demand', 'sales']],
	['a list with blanks', '={{ ["growth", "", null, " "] }}', ['growth']],
	['a list of numbers', '={{ [1, 2] }}', ['1', '2']],
	['what comes twice', 'growth, growth', ['growth']],
])('%s', async (_, given, expected) => {
	expect(await keywordsOf(given)).toEqual([
		expect.objectContaining({ contacts: [expect.objectContaining({ keywords: expected })] }),
	]);
});

// What workflows hand over where a form wants text or a list.
import type { INodeParameters } from 'n8n-workflow';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { byId } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

async function sent(parameters: INodeParameters, item = {}): Promise<unknown> {
	const result = await site.run(parameters, [item]);
	expect(result.error).toBeUndefined();
	return (await site.received()).map(({ body }) => body);
}

const update = (name: unknown): INodeParameters => ({
	...{ resource: 'lead', operation: 'update', leadId: byId(SEED.lead) },
	updateFields: { industry: String(name) },
});

test.each([
	['a truth', '={{ true }}', 'true'],
	['an untruth', '={{ false }}', 'false'],
	['a number', '={{ 5 }}', '5'],
	['zero', '={{ 0 }}', '0'],
	['a date', '={{ new Date("2026-03-01T10:00:00Z") }}', '2026-03-01T10:00:00.000Z'],
	[
		'a time of n8n',
		'={{ DateTime.fromISO("2026-03-01T10:00:00Z", { zone: "utc" }) }}',
		'2026-03-01T10:00:00.000Z',
	],
])('%s is text where text is wanted', async (_, expression, text) => {
	expect(await sent(update(expression))).toEqual([{ industry: text }]);
});

test('an object is not, and the field is named', async () => {
	const { error } = await site.run(update('={{ { some: "object" } }}'), [{}]);
	expect(error?.message).toContain("'Industry'");
	expect(await site.received()).toEqual([]);
});

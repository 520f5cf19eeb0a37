// An answer that is larger than is read: the error says what makes it smaller, where something does.
import { examplesOf, runExample } from '../../support/generated/examples.mts';
import { manifest } from '../../support/package.mts';
import { errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { vendors } from '../../support/vendors/all.mts';

/** What is to be asked for instead, by vendors and operations; undefined where there is nothing. */
const LESS: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
	genPage: { 'lead.getAll': undefined, 'workspace.getAll': undefined },
	leadGenius: { 'record.getAll': "fewer 'Record IDs' in Filters", 'usage.get': undefined },
	geniziz: {
		'lead.get': "few 'Fields' in Options",
		'lead.getAll': "a 'Limit' below 200, or few 'Fields' in Options",
		'mailingExport.getPlatforms': "a 'Limit' below 200, or few 'Fields' in Options",
	},
	growthGenius: {
		'contact.getAll': "'Updated From' and 'Updated To' closer together in Filters",
		'message.getAll': "'Updated From' and 'Updated To' closer together in Filters",
	},
	skarbe: { 'contact.getAll': "a 'Search' that finds fewer", 'leadStatus.getAll': undefined },
};

describe.each(vendors)('$type', (vendor) => {
	const site = useVendor(vendor, 'generous');
	const less = LESS[vendor.type] ?? {};
	const examples = new Map(examplesOf(vendor));

	test.each(Object.entries(less))('%s', async (key, advice) => {
		const example = examples.get(key);
		if (!example) throw new Error(`There is no example of ${key}`);
		await example.its.prepare?.(site);
		const { method, path } = example.its.request;
		const bytes = 100_000_000;
		await site.sandbox.fault({ kind: 'packed', encoding: 'gzip', bytes, method, path });
		const { description, message } = errorOf(await runExample(site, example));

		expect(message).toContain('the answer is larger than 50 MB');
		if (advice === undefined) {
			expect(description).toContain(`for less: report it at ${manifest.bugs.url}`);
		} else {
			expect(description).toContain(`: ask for less at once: ${advice}`);
		}
		const fields = example.row.fields.flatMap((each) => [each, ...(each.inner ?? [])]);
		const names = fields.map(({ property }) => property.displayName);
		for (const [, name] of (advice ?? '').matchAll(/'([^']+)'/g)) expect(names).toContain(name);
	});
});

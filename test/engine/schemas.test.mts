// The output schemas: what n8n's editor shows of an operation before it has run. They are made here, of
// what comes; SCHEMAS=write writes them.
import { join } from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import { contractOf } from '../support/contract.mts';
import { DOCUMENTS } from '../support/generated/examples.mts';
import { tableOf } from '../support/generated/table.mts';
import { packageNodes } from '../support/package.mts';
import { answersOf } from '../support/schemas/answers.mts';
import { checkOf, readSchema } from '../support/schemas/jsonSchema.mts';
import { knownOf, Outputs } from '../support/schemas/outputs.mts';
import { bringUpToDate } from '../support/schemas/written.mts';
import { useVendor } from '../support/site.mts';
import { vendors } from '../support/vendors/all.mts';

describe.each(vendors.map((vendor) => [vendor.type, vendor] as const))('%s', (type, vendor) => {
	const known = knownOf(vendor);
	const keys = known.map(([key]) => key);
	const operations = tableOf(vendor).map(({ key }) => key);
	const outputs = new Outputs(vendor);
	const folder = join('nodes', contractOf(vendor).node.class);
	const versions = [packageNodes().get(type)?.description.version ?? []].flat();

	test('of every other operation it is said why nobody knows what comes', () => {
		const { unknown, known: described } = answersOf(vendor);
		for (const [, pattern] of unknown)
			expect(operations.some((key) => pattern.test(key))).toBe(true);
		expect(keys).toEqual(expect.arrayContaining(Object.keys(described)));
	});

	describe.each(DOCUMENTS)('%s documents', (documents) => {
		const site = useVendor(vendor, documents);

		test.each(known)('%s', async (key, operation) => {
			const { records } = await outputs.watch(site, key, operation);
			expect(records.length).toBeGreaterThan(0);
		});
	});

	test(`${folder} has the schemas of what came`, () => {
		const schemas = keys.map((key) => ({ key, schema: outputs.schemaOf(key) }));
		bringUpToDate(folder, versions, schemas);
	});

	describe.each(['.', join('packages', `n8n-nodes-${type.toLowerCase()}`)])('in %s', (root) => {
		const nodeDir = join(root, 'dist', folder);
		const load = (key: string, version: number) => {
			const [resource, operation] = key.split('.');
			return loadOutputSchema({ nodeDir, version, resource, operation });
		};

		test.each(keys)('n8n finds the schema of %s, and what comes fits it', (key) => {
			for (const version of versions) {
				const check = checkOf(readSchema(load(key, version)));
				for (const record of DOCUMENTS.flatMap((documents) => outputs.of(key, documents))) {
					expect(check.safeParse(record).error?.issues).toBeUndefined();
				}
			}
		});

		test('n8n finds no other', () => {
			const others = operations.filter((key) => !keys.includes(key));
			expect(others.filter((key) => versions.some((version) => load(key, version)))).toEqual([]);
		});
	});
});

// Nothing registers itself, the tests of a vendor neither: this finds the vendor without them.
import { existsSync } from 'node:fs';
import { packageNodes } from '../support/package.mts';

const appNodes = [...packageNodes().keys()].filter((type) => !type.endsWith('Trigger'));
const themes = ['operations', 'operations.items', 'operations.faults', 'names', 'credential'];

describe.each(appNodes)('%s', (type) => {
	test.each(themes)('has the generated tests of its %s', (theme) => {
		expect(existsSync(`test/engine/${type}/${theme}.test.mts`)).toBe(true);
	});
});

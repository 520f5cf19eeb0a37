// The other tests of this project say nothing unless the nodes have this zod.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

test('the nodes have zod 4', () => {
	const zod: unknown = createRequire(resolve('dist/nodes/shared/form/field.js'))('zod');
	// Only zod 4 has it.
	expect(zod).toHaveProperty('treeifyError');
});

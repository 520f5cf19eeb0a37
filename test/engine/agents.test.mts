// docs/agents.md tells what is: which operations an agent can have, and what its model gets to read.
import { readFileSync } from 'node:fs';
import { tableOf } from '../support/generated/table.mts';
import type { TestedVendor } from '../support/vendor.mts';
import { vendors } from '../support/vendors/all.mts';

/** What an agent must not have: a secret in its memory, or a sleep of days. */
const REFUSED = ['genPage apiToken.create', 'leadGenius record.uploadAndWait'];

/** The cells of a vendor's table in the document. */
function rowsOf({ type }: TestedVendor): string[][] {
	const text = readFileSync('docs/agents.md', 'utf8');
	const [, section = ''] = text.split(new RegExp(`<!-- /?agents:${type} -->`));
	const [, , ...rows] = section.trim().split('\n');
	return rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
}

test('what is refused to agents is what they must not have', () => {
	const refused = vendors.flatMap((vendor) =>
		tableOf(vendor)
			.filter(({ notForAgents }) => notForAgents)
			.map(({ key }) => `${vendor.type} ${key}`),
	);
	expect(refused).toEqual(REFUSED);
});

describe.each(vendors)('$type', (vendor) => {
	const rows = rowsOf(vendor);
	const table = tableOf(vendor);

	test('the document has every operation, and no other', () => {
		expect(rows.map(([resource, operation]) => [resource, operation])).toEqual(
			table.map(({ labels }) => [...labels]),
		);
	});

	test('it says which ones an agent cannot have, and why', () => {
		expect(rows.map(([, , forAgents]) => forAgents)).toEqual(
			table.map(({ notForAgents }) => (notForAgents ? `No: ${notForAgents.because}` : 'Yes')),
		);
	});

	test('it says of those that only tell that something is deleted, and of no other', () => {
		const deletes = table.map(({ key }) => {
			const its = vendor.cases[key];
			return its !== undefined && 'request' in its && its.output.deleted === true;
		});
		expect(rows.map(([, , , answer]) => answer === '`{ "deleted": true }`')).toEqual(deletes);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { field } from './field';
import { yesNo } from './schema';

/** The field of every operation whose records have many fields. */
export const simplify = field(
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	yesNo(true),
);

/** Some fields of a record, in the order of their names; what it lacks is left out. */
export function picked(record: IDataObject, names: readonly string[]): IDataObject {
	const known = names.filter((name) => name in record);
	return Object.fromEntries(known.map((name) => [name, record[name]]));
}

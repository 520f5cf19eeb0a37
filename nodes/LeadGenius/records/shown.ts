import type { IDataObject } from 'n8n-workflow';
import { field } from '../../shared/field';
import { toRecord } from '../../shared/operations/records';
import { yesNo } from '../../shared/schema';

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

/** A record for the output: simplified, its data stands beside its ID and status. */
export function shown(record: IDataObject, simple: boolean): IDataObject {
	const data = toRecord(record.data);
	if (!simple || !data) return record;
	const flat: IDataObject = { ...record, ...data };
	delete flat.data;
	return flat;
}

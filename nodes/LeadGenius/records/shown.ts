import type { IDataObject } from 'n8n-workflow';
import { toRecord } from '../../shared/operations/records';

/** A record for the output: simplified, its data stands beside its ID and status. */
export function shown(record: IDataObject, simple: boolean): IDataObject {
	const data = toRecord(record.data);
	if (!simple || !data) return record;
	const flat: IDataObject = { ...record, ...data };
	delete flat.data;
	return flat;
}

import type { IDataObject } from 'n8n-workflow';
import { toRecord } from './records';
import { isBlank } from './text';

/**
 * A record with what is inside of one of its keys beside the rest. What the vendor says of the record
 * itself, such as its ID, its status or its address, wins over a value of the same name.
 *
 * @param key where the values are; a record without an object there stays as it is
 */
export function flattened(record: IDataObject, key: string): IDataObject {
	const inner = toRecord(record[key]);
	if (!inner) return record;
	const flat = new Map(Object.entries(record));
	flat.delete(key);
	for (const [name, value] of Object.entries(inner)) {
		if (!flat.has(name) || (isBlank(flat.get(name)) && !isBlank(value))) flat.set(name, value);
	}
	return Object.fromEntries(flat);
}

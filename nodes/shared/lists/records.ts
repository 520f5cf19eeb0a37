import type { IDataObject } from 'n8n-workflow';
import type { Client } from '../transport/client';
import { isDataObject, isRecord } from '../values/records';

/**
 * The records of a list's answer: the array under one of the keys, or a bare array. null in the
 * place of an array is an empty list.
 *
 * @param keys where the array may be, such as 'campaigns'; tried in order
 * @returns undefined when there is no array, or something in it is not an object
 */
export function recordsIn(answer: unknown, keys: readonly string[]): IDataObject[] | undefined {
	const places = isRecord(answer) ? keys.map((key) => answer[key]) : [answer];
	const list: unknown = places.find(Array.isArray) ?? (places.includes(null) ? [] : undefined);
	return Array.isArray(list) && list.every(isDataObject) ? list : undefined;
}

/**
 * The same, where the answer must be a list.
 *
 * @param nouns what it is a list of, as the error names it
 * @throws NodeApiError when it is none
 */
export function recordsOf(
	client: Pick<Client, 'unexpected'>,
	answer: unknown,
	keys: readonly string[],
	nouns = 'records',
): IDataObject[] {
	const records = recordsIn(answer, keys);
	if (!records) throw client.unexpected(answer, `it holds no list of ${nouns}`);
	return records;
}

import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../field';

/** An answer as an output record, or undefined when it is none. */
export function toRecord(value: unknown): IDataObject | undefined {
	return isDataObject(value) ? value : undefined;
}

/** Parsed JSON objects are what n8n calls a data object. */
function isDataObject(value: unknown): value is IDataObject {
	return isRecord(value);
}

/**
 * The records of a list's answer: the array under one of the keys, or a bare array.
 *
 * @param keys where the array may be, such as 'campaigns'; tried in order
 * @returns undefined when there is no array, or something in it is not an object
 */
export function recordsIn(answer: unknown, keys: readonly string[]): IDataObject[] | undefined {
	const list = Array.isArray(answer)
		? answer
		: isRecord(answer)
			? keys.map((key) => answer[key]).find((value) => Array.isArray(value))
			: undefined;
	return Array.isArray(list) && list.every(isDataObject) ? list : undefined;
}

import type { IDataObject } from 'n8n-workflow';

/** Whether a value is a plain object with keys, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parsed JSON objects are what n8n calls a data object. */
export function isDataObject(value: unknown): value is IDataObject {
	return isRecord(value);
}

/** A value as an output record, or undefined when it is none. */
export function toRecord(value: unknown): IDataObject | undefined {
	return isDataObject(value) ? value : undefined;
}

/** What is set of some values: without undefined ones, empty lists and empty objects. */
export function onlySet(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => !isNothing(value)));
}

function isNothing(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	return value === undefined || (isRecord(value) && Object.keys(value).length === 0);
}

/** Some fields of a record, in the order of their names; what it lacks is left out. */
export function picked(record: IDataObject, names: readonly string[]): IDataObject {
	const known = names.filter((name) => name in record);
	return Object.fromEntries(known.map((name) => [name, record[name]]));
}

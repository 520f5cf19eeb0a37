import { isRecord } from './field';

/** What is set of some values: without undefined ones, empty lists and empty objects. */
export function onlySet(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => !isNothing(value)));
}

function isNothing(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	return value === undefined || (isRecord(value) && Object.keys(value).length === 0);
}

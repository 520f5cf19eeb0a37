// What tests look at in a run's result and in the requests that it made.
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { LogEntry } from '../../sandbox/client.mts';
import type { NodeResult, ShownError } from './engine.mts';
import type { ExpectedRequest } from './vendor.mts';

/** The run's error; fails the test when there is none. */
export function errorOf({ error }: NodeResult): ShownError {
	if (!error) throw new Error('The run has not failed');
	return error;
}

/** The JSON of error items without what n8n adds. */
export function messagesOf(items: ReadonlyArray<{ json: IDataObject }>): string[] {
	return items.map(({ json: { error } }) => (typeof error === 'string' ? error : ''));
}

/** The indexes of the input items that an output item is linked to. */
export function linksOf({ pairedItem }: INodeExecutionData): number[] {
	const links = Array.isArray(pairedItem) ? pairedItem : [pairedItem ?? []].flat();
	return links.map((link) => (typeof link === 'number' ? link : link.item));
}

/** What matters of a request. */
export function essence({ method, path, query, body }: LogEntry): Required<ExpectedRequest> {
	return { method, path, query, body };
}

/** A documented request with the parts that it does not have. */
export function inFull(request: ExpectedRequest): Required<ExpectedRequest> {
	return { query: {}, body: null, ...request };
}

/** For toEqual(): any text that holds this one. */
export function textWith(part: string): unknown {
	return expect.stringContaining(part);
}

/** A value as an object; an empty one when it is none. */
export function recordOf(value: unknown): IDataObject {
	return isDataObject(value) ? value : {};
}

/** Parsed JSON objects are what n8n calls a data object. */
function isDataObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A resource locator's choice by ID. */
export function byId(value: string | number): INodeParameters {
	return { __rl: true, mode: 'id', value: String(value) };
}

// What examples of Geniziz's operations have in common.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { GenizizControl } from '../../../sandbox/client.mts';
import { byId } from '../results.mts';
import type { ExpectedRequest, Item, OperationCase, PreparedVendor } from '../vendor.mts';
import { undescribed } from './undescribed.mts';

export const V1 = '/api/v1';

/** The records that makes() makes; LATER is the first of a list. */
export const EARLIER = 'made_1';
export const LATER = 'made_2';

type Prepare = (site: PreparedVendor) => Promise<unknown>;

/** Makes two records of a collection, the second of them newer than any other. */
export function makes(
	collection: Parameters<GenizizControl['make']>[0],
	values: IDataObject,
): Prepare {
	return (site) =>
		site.sandbox.geniziz.make(collection, [
			{ ...values, id: EARLIER, date_created: '2020-01-01T00:00:00.000Z' },
			{ ...values, id: LATER, date_created: '2099-01-01T00:00:00.000Z' },
		]);
}

/** Values for an open body, as the form stores them. */
export function entered(values: Readonly<Record<string, string>>): INodeParameters {
	const rows = Object.entries(values).map(([name, value]) => ({ name, value }));
	return { values: rows };
}

/** What an operation that names one record is made from. */
interface RecordOperation {
	/** The path of the list. */
	readonly path: string;
	/** The parameter that holds the ID, and its display name. */
	readonly id: string;
	readonly label: string;
	/** Whether that is a list to choose from. */
	readonly chosen?: boolean;
	readonly prepare: Prepare;
	/** Further parameters, and what is in both items beside the ID. */
	readonly parameters?: INodeParameters;
	readonly item?: Item;
}

/** A request to one record. */
function recordCase(of: RecordOperation, its: Pick<OperationCase, 'output'>): OperationCase {
	const { chosen = false, path, id, label, prepare, item } = of;
	const value = '={{ $json.id }}';
	return {
		parameters: { ...of.parameters, [id]: chosen ? byId(value) : value },
		items: [
			{ ...item, id: LATER },
			{ ...item, id: EARLIER },
		],
		bad: { item: { id: ' ' }, field: label },
		request: { method: 'GET', path: `${path}${LATER}/` },
		prepare,
		...its,
	};
}

/** Get, of two fields. */
export function getCase(of: RecordOperation): OperationCase {
	const its = recordCase(of, { output: { id: LATER } });
	return {
		...its,
		options: { fields: ['id', 'date_created'] },
		request: { ...its.request, query: { _fields: 'id,date_created' } },
	};
}

/** Delete. No answer is documented, so any good status means that it is done. */
export function deleteCase(of: RecordOperation): OperationCase {
	const its = recordCase(of, { output: { deleted: true } });
	return {
		...its,
		request: { ...its.request, method: 'DELETE' },
		undocumented: { deleted: true },
	};
}

/** Update of a field that the user names. No answer is documented. */
export function updateCase(of: RecordOperation, field: string): OperationCase {
	const its = recordCase(of, { output: { id: LATER, [field]: 'Changed' } });
	return {
		...its,
		parameters: { ...its.parameters, fieldValues: entered({ [field]: 'Changed' }) },
		request: { ...its.request, method: 'PUT', body: { [field]: 'Changed' } },
		...undescribed({ ...SUCCESS, id: LATER }),
	};
}

/** Get Many, of one record and two fields of it. */
export function listCase(
	path: string,
	prepare?: Prepare,
	more: INodeParameters = {},
	first = LATER,
) {
	return {
		parameters: { ...more, returnAll: false, limit: '={{ $json.limit }}' },
		options: { fields: 'id', otherFields: 'date_created' },
		items: [{ limit: 1 }, { limit: 1 }],
		bad: { item: { limit: 0 }, field: 'Limit' },
		request: {
			method: 'GET',
			path,
			query: { _fields: 'id,date_created', _limit: '1', _skip: '0' },
		},
		output: { id: first },
		prepare,
	} satisfies OperationCase;
}

/** A request whose body is a field that the user names. */
export function openCase(
	request: Pick<ExpectedRequest, 'method' | 'path'>,
	field: string,
	output: IDataObject = { [field]: 'One' },
): OperationCase {
	return {
		parameters: { fieldValues: entered({ [field]: '={{ $json.value }}' }) },
		items: [{ value: 'One' }, { value: 'Two' }],
		request: { ...request, body: { [field]: 'One' } },
		output,
		// "Request body (JSON) { }", and no answer.
		...undescribed(SUCCESS),
	};
}

/** All five operations on records with open bodies. */
export function openCrudCases(
	resource: string,
	of: RecordOperation,
	field: string,
): Readonly<Record<string, OperationCase>> {
	return {
		[`${resource}.create`]: openCase({ method: 'POST', path: of.path }, field),
		[`${resource}.get`]: getCase(of),
		[`${resource}.getAll`]: listCase(of.path, of.prepare),
		[`${resource}.update`]: updateCase(of, field),
		[`${resource}.delete`]: deleteCase(of),
	};
}

/** The output of what has nothing to tell. */
export const SUCCESS = { success: true };

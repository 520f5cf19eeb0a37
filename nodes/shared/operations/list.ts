import type { IDataObject } from 'n8n-workflow';
import { field, isRecord, type Field, type InputOf } from '../field';
import type { About, Operation } from '../operation';
import { readPages, type Paging } from '../paging';
import { wholeNumber, yesNo } from '../schema';
import type { ApiRequest } from '../transport/request';
import type { Call } from './call';
import { perItem, type PerItemRow } from './perItem';
import { recordsIn } from './records';
import { requestOf } from './single';

/** A row for an operation that reads a list. */
export interface ListRow<Fields extends readonly Field[]>
	extends About<Fields>,
		Pick<PerItemRow<Fields>, 'check'>,
		Pick<ApiRequest, 'limitGroup'> {
	readonly query?: (input: InputOf<Fields>) => ApiRequest['query'];
	/** Where an answer holds its records; a bare array is always taken too. */
	readonly records: readonly string[];
	/** The path where it depends on the input in more than the fields that it names. */
	readonly endpoint?: (input: InputOf<Fields>) => string;
	/** How the list is divided; by default it comes whole. */
	readonly paging?: Paging;
	/** What becomes of each record; by default it stays as it is. */
	readonly record?: (record: IDataObject, input: InputOf<Fields>) => IDataObject;
}

const NO_PAGING: Paging = { kind: 'none' };

/** The two fields of every Get Many. */
export const many = [
	field(
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		yesNo(false),
	),
	field(
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			displayOptions: { show: { returnAll: [false] } },
			description: 'Max number of results to return',
		},
		wholeNumber({ min: 1, default: 50 }),
	),
] as const;

/** Makes an operation that reads a list, page by page, to its end or to the limit. */
export function list<const Fields extends readonly Field[]>(row: ListRow<Fields>): Operation {
	return perItem({
		...row,
		work: async (input, call) => {
			const records = await readList(row, input, call);
			const { record } = row;
			return record ? records.map((each) => record(each, input)) : records;
		},
	});
}

async function readList<Fields extends readonly Field[]>(
	row: ListRow<Fields>,
	input: InputOf<Fields>,
	call: Call,
): Promise<IDataObject[]> {
	const request = requestOf(row, input);
	return await readPages({
		base: call.base,
		request: { ...request, path: row.endpoint?.(input) ?? request.path },
		paging: row.paging ?? NO_PAGING,
		limit: limitOf(input),
		send: async (request) => await call.send(request),
		records: (answer) => {
			const records = recordsIn(answer, row.records);
			if (!records) throw call.unexpected(answer, 'it holds no list of records');
			return records;
		},
	});
}

/** The most records that an input with the two fields of many asks for. */
function limitOf(input: unknown): number {
	if (!isRecord(input) || input.returnAll !== false) return Number.POSITIVE_INFINITY;
	return typeof input.limit === 'number' ? input.limit : Number.POSITIVE_INFINITY;
}

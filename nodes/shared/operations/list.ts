import type { IDataObject } from 'n8n-workflow';
import type { Field, InputOf } from '../form/field';
import { limitOf } from '../form/returnAll';
import type { Paging } from '../lists/pageReader';
import { readPages } from '../lists/paging';
import type { Operation, OperationInfo } from '../run/operation';
import { fillPath } from '../transport/path';
import type { ApiRequest } from '../transport/request';
import { perItem, type PerItemRow } from './perItem';

/** A row for an operation that reads a list. */
export interface ListRow<Fields extends readonly Field[]>
	extends OperationInfo<Fields>,
		Pick<PerItemRow<Fields>, 'check' | 'complete'> {
	readonly method: 'GET';
	readonly query?: (input: InputOf<Fields>) => ApiRequest['query'];
	/** Where an answer holds its records; a bare array is always taken too. */
	readonly records: readonly string[];
	/** The path where it depends on the input in more than the fields that it names. */
	readonly endpoint?: (input: InputOf<Fields>) => string;
	/** How the list is divided; by default it comes whole. */
	readonly paging?: Paging;
	/** The output of a record; by default the record itself. */
	readonly output?: (record: IDataObject, input: InputOf<Fields>) => IDataObject;
}

/** Makes an operation that reads a list, page by page, to its end or to the limit. */
export function list<const Fields extends readonly Field[]>(row: ListRow<Fields>): Operation {
	return perItem({
		...row,
		askLess: askLessOf(row),
		work: async (input, client) => {
			const path = row.endpoint?.(input) ?? fillPath(row.path, input);
			const records = await readPages({
				client,
				request: { method: 'GET', path, query: row.query?.(input) },
				paging: row.paging ?? { kind: 'none' },
				limit: limitOf(input),
				records: row.records,
			});
			const { output } = row;
			return output ? records.map((each) => output(each, input)) : records;
		},
	});
}

/** A limit makes an answer smaller only where the vendor is told how many records a page is to have. */
function askLessOf({ paging, askLess }: Pick<ListRow<readonly Field[]>, 'paging' | 'askLess'>) {
	if (paging?.kind !== 'offset') return askLess;
	const limit = `a 'Limit' below ${paging.pageSize}`;
	return askLess === undefined ? limit : `${limit}, or ${askLess}`;
}

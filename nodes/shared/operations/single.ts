import type { IDataObject } from 'n8n-workflow';
import { isRecord, type Field, type InputOf } from '../field';
import type { About, Operation } from '../operation';
import { isBlank } from '../schema';
import type { ApiRequest } from '../transport/request';
import { perItem, type PerItemRow } from './perItem';
import { fillPath } from './path';
import { toRecord } from './records';

/** A row for an operation that sends one request an item. */
export interface SingleRow<Fields extends readonly Field[]>
	extends About<Fields>,
		Pick<PerItemRow<Fields>, 'check'>,
		Pick<ApiRequest, 'repeat' | 'limitGroup'> {
	readonly query?: (input: InputOf<Fields>) => ApiRequest['query'];
	readonly body?: (input: InputOf<Fields>) => object;
	/** What must be in the answer for it to be one, such as 'token'. */
	readonly expects?: string;
	/** The key in the answer that holds the record, such as 'contact'. */
	readonly wrapper?: string;
	/** The vendor documents no answer: whatever comes with a good status is a success. */
	readonly answerless?: boolean;
	/** What an empty answer comes to, where the vendor may have nothing to tell. */
	readonly whenEmpty?: IDataObject;
	/**
	 * The output record, undefined for an answer of the wrong form; by default the answer itself, or
	 * what is in its wrapper.
	 */
	readonly output?: (answer: IDataObject, input: InputOf<Fields>) => IDataObject | undefined;
}

/** Makes an operation that sends one request an item and outputs its answer. */
export function single<const Fields extends readonly Field[]>(row: SingleRow<Fields>): Operation {
	return perItem({
		...row,
		work: async (input, call) => {
			const answer = await call.send(requestOf(row, input));
			const { wrapper } = row;
			const inside = wrapper === undefined ? answer : toRecord(answer)?.[wrapper];
			if (row.method !== 'GET') call.accept(receiptOf(inside, row.action));
			const record = toRecord(row.answerless ? {} : answer === undefined ? row.whenEmpty : inside);
			if (!record) {
				const why = wrapper === undefined ? 'it is not an object' : `it holds no '${wrapper}'`;
				throw call.unexpected(answer, why);
			}
			if (row.expects !== undefined && isBlank(record[row.expects])) {
				throw call.unexpected(answer, `it holds no '${row.expects}'`);
			}
			const output = row.output ? row.output(record, input) : record;
			if (!output) throw call.unexpected(answer, 'it lacks what the documents promise');
			return [output];
		},
	});
}

/** The output of every Delete operation, as n8n's UX rules have it. */
export const deleted = (): IDataObject => ({ deleted: true });

type Requesting<Fields extends readonly Field[]> = Pick<
	SingleRow<Fields>,
	'method' | 'path' | 'query' | 'body' | 'repeat' | 'limitGroup'
>;

/** The request of a row for an input. */
export function requestOf<Fields extends readonly Field[]>(
	row: Requesting<Fields>,
	input: InputOf<Fields>,
): ApiRequest {
	const { method, repeat, limitGroup } = row;
	return {
		method,
		path: fillPath(row.path, input),
		query: row.query?.(input),
		body: row.body?.(input),
		repeat,
		limitGroup,
	};
}

function receiptOf(answer: unknown, action: string): string {
	const id = isRecord(answer) ? answer.id : undefined;
	return typeof id === 'string' || typeof id === 'number' ? `ID ${id}` : action;
}

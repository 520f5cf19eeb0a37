import type { IDataObject } from 'n8n-workflow';
import type { Field, InputOf } from '../form/field';
import type { Operation, OperationInfo } from '../run/operation';
import { fillPath } from '../transport/path';
import { methodOf, type ApiRequest, type RowMethod } from '../transport/request';
import { isBlank } from '../values/text';
import { answerOf, readAnswer, receiptOf, type AnswerForm } from './answer';
import { perItem, type PerItemRow } from './perItem';

/** A row for an operation that sends one request an item. */
export type SingleRow<Fields extends readonly Field[]> = OperationInfo<Fields> &
	RowMethod<InputOf<Fields>> &
	Pick<PerItemRow<Fields>, 'check' | 'complete' | 'asksFirst'> & {
		readonly query?: (input: InputOf<Fields>) => ApiRequest['query'];
		readonly body?: (input: InputOf<Fields>) => object;
		/** What the vendor's documents say of the answer. */
		readonly answer: AnswerForm;
		/**
		 * The output of an answer's record, undefined when the record is of another form than the
		 * documents promise; by default the record itself.
		 */
		readonly output?: (record: IDataObject, input: InputOf<Fields>) => IDataObject | undefined;
	};

/** Makes an operation that sends one request an item and outputs its answer. */
export function single<const Fields extends readonly Field[]>(row: SingleRow<Fields>): Operation {
	return perItem({
		...row,
		receipt: (answer) => receiptOf(row.answer, answer),
		work: async (input, client) => {
			const answer = await client.send({
				...methodOf(row, input),
				path: fillPath(row.path, input),
				query: row.query?.(input),
				body: row.body?.(input),
				answer: answerOf(row.answer),
			});
			return readAnswer(client, row.answer, answer).map((record) => {
				const output = row.output ? row.output(record, input) : record;
				if (!output) throw client.unexpected(answer, 'it lacks what the documents promise');
				return output;
			});
		},
	});
}

/** The output of every Delete operation, as n8n's UX rules have it. */
export const deleted = (): IDataObject => ({ deleted: true });

/**
 * The output of a change: what the answer says, with the ID from the form where it tells none, so
 * that the next node knows what was changed also when the answer was empty.
 */
export function withId(record: IDataObject, id: string | number): IDataObject {
	const said = Object.keys(record).length > 0 ? record : { success: true };
	return isBlank(said.id) ? { ...said, id } : said;
}

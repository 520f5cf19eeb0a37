import type { INodeExecutionData } from 'n8n-workflow';
import type { Field, InputOf } from '../form/field';
import type { Matched } from '../meaning/matches';
import type { Names } from '../meaning/names';
import type { OperationInfo } from '../run/operation';
import { fillPath } from '../transport/path';
import type { ApiRequest, Repeat } from '../transport/request';
import type { Checked } from '../values/issues';
import { answerOf, type AnswerForm } from './answer';
import type { Entry } from './grouping';

/** How an operation sends many items in one request: its first two steps. */
export interface Sending<Fields extends readonly Field[], Payload> extends OperationInfo<Fields> {
	readonly method: 'POST';
	/** When a batch may be sent again. */
	readonly repeat: Repeat | ((payloads: readonly Payload[]) => Repeat);
	/**
	 * Step 1: makes an item's entry, or says what is wrong with it.
	 *
	 * @param match what the item is to the vendor, by what its fields mean
	 */
	readonly check: (
		input: InputOf<Fields>,
		item: INodeExecutionData,
		match: (names: Names) => Matched,
	) => Checked<Entry<Payload>>;
	/** What the vendor is asked before an item is sent, in words: a dry run does not ask it. */
	readonly asksFirst?: (input: InputOf<Fields>) => readonly string[];
	/**
	 * Step 2: the body of a batch. Items go together when their bodies are the same without payloads,
	 * and so are their options.
	 */
	readonly body: (input: InputOf<Fields>, payloads: readonly Payload[]) => object;
	/** The vendor's name for the list in the body; errors that name an entry of it name the item. */
	readonly listKey: string;
	/** What the vendor's documents say of the answer. */
	readonly answer: AnswerForm;
	/** What an answer says was taken, in words: 'job 1234567890'; undefined when it does not say. */
	readonly receipt: (answer: unknown, items: readonly number[]) => string | undefined;
}

/** The request that carries some payloads. */
export function batchRequest<Fields extends readonly Field[], Payload>(
	row: Sending<Fields, Payload>,
	input: InputOf<Fields>,
	payloads: readonly Payload[],
): ApiRequest {
	return {
		method: row.method,
		path: fillPath(row.path, input),
		body: row.body(input, payloads),
		repeat: typeof row.repeat === 'function' ? row.repeat(payloads) : row.repeat,
		answer: answerOf(row.answer),
	};
}

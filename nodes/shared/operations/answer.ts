import type { IDataObject } from 'n8n-workflow';
import type { Client } from '../transport/client';
import { isDataObject, isRecord, toRecord } from '../values/records';
import { isBlank } from '../values/text';

/** What the vendor's documents say of an operation's answer. */
export interface AnswerForm {
	readonly documented: boolean;
	/** What must be in the record for it to be one, such as 'token'. */
	readonly key?: string;
	/** The key in the answer that holds the record, such as 'contact'. */
	readonly within?: string;
}

/** The documents promise an object, or more of it: one of another form is an error. */
export function documented(form: Omit<AnswerForm, 'documented'> = {}): AnswerForm {
	return { ...form, documented: true };
}

/**
 * No document promises anything, or nothing in the answer is needed: with a good status, whatever
 * its form, what was asked for is done.
 *
 * @param within where the record is, if there is one
 */
export function undocumented(within?: string): AnswerForm {
	return { within, documented: false };
}

/** How a request says which answers will do. */
export function answerOf({ documented: isDocumented }: AnswerForm): 'json' | 'any' {
	return isDocumented ? 'json' : 'any';
}

/**
 * The output records of an answer: never none.
 *
 * @throws NodeApiError when it is not what the documents promise
 */
export function readAnswer(
	client: Pick<Client, 'unexpected'>,
	form: AnswerForm,
	answer: unknown,
): IDataObject[] {
	return form.documented ? [readRecord(client, form, answer)] : anythingIn(insideOf(form, answer));
}

/**
 * The one record of an answer; an empty one where none is promised and none is there.
 *
 * @throws NodeApiError when it is not what the documents promise
 */
export function readRecord(
	client: Pick<Client, 'unexpected'>,
	form: AnswerForm,
	answer: unknown,
): IDataObject {
	const { documented: isDocumented, within, key } = form;
	const record = toRecord(insideOf(form, answer));
	if (!isDocumented) return record ?? {};
	if (!record) {
		const why = within === undefined ? 'it is not an object' : `it holds no '${within}'`;
		throw client.unexpected(answer, why);
	}
	if (key !== undefined && isBlank(record[key])) {
		throw client.unexpected(answer, `it holds no '${key}'`);
	}
	return record;
}

/** What an answer says was taken, by the vendor's ID. */
export function receiptOf(form: AnswerForm, answer: unknown): string | undefined {
	const inside = insideOf(form, answer);
	const id = isRecord(inside) ? inside.id : undefined;
	return typeof id === 'string' || typeof id === 'number' ? `ID ${id}` : undefined;
}

function insideOf({ documented: isDocumented, within }: AnswerForm, answer: unknown): unknown {
	if (within === undefined) return answer;
	const inside = toRecord(answer)?.[within];
	return isDocumented ? inside : (inside ?? answer);
}

function anythingIn(answer: unknown): IDataObject[] {
	if (isDataObject(answer)) return [answer];
	if (isBlank(answer)) return [{ success: true }];
	if (Array.isArray(answer) && answer.every(isDataObject)) {
		return answer.length > 0 ? answer : [{ success: true }];
	}
	return [{ success: true, data: toData(answer) }];
}

/** JSON is data of n8n's as it is; lists of anything else than objects among it. */
function toData(answer: unknown): IDataObject[string] {
	if (typeof answer === 'number' || typeof answer === 'boolean') return answer;
	return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

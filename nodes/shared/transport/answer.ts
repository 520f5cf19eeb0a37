import { isRecord } from '../values/records';
import { parseExactly } from './exactJson';
import { AnswerTooLargeError, MAX_BYTES, type Fault } from './fault';

/** What every answer begins with; header names in lower case. */
export interface AnswerHead {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
}

/** What came back: the head, and the body as text. */
export interface Answer extends AnswerHead {
	readonly text: string;
	/** Why the body could not be read to its end; the text is then empty. */
	readonly broken?: Fault;
}

/** Whether the vendor says that it did what it was asked for. */
export function isGood({ status }: AnswerHead): boolean {
	return status >= 200 && status < 300;
}

/** The head of a response that n8n's request helper returned in full. */
export function headOf(response: unknown): AnswerHead {
	const { statusCode, headers } = isRecord(response) ? response : {};
	return {
		status: typeof statusCode === 'number' ? statusCode : 0,
		headers: lowerCase(headers),
	};
}

/**
 * Reads the body of a response that n8n's request helper returned in full.
 *
 * It is taken as a stream, since only so a body without end can be given up.
 *
 * @throws AnswerTooLargeError, or the stream's own error
 */
export async function readBody(response: unknown): Promise<string> {
	const { body } = isRecord(response) ? response : {};
	return isStream(body) ? await readText(body) : asText(body);
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

async function readText(stream: AsyncIterable<Uint8Array>): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.byteLength;
		if (bytes > MAX_BYTES) throw new AnswerTooLargeError();
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

function asText(body: unknown): string {
	if (body === undefined || body === null) return '';
	return typeof body === 'string' ? body : JSON.stringify(body);
}

function lowerCase(headers: unknown): Record<string, string> {
	if (!isRecord(headers)) return {};
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

/** What is in an answer's body. */
export type ParsedBody = { json: unknown } | { wrong: 'html' | 'notJson' };

/** Parses a body; an empty one is JSON's undefined. Never throws. */
export function parseBody(text: string): ParsedBody {
	const trimmed = text.trim();
	if (trimmed === '') return { json: undefined };
	try {
		return { json: parseExactly(trimmed) };
	} catch {
		return { wrong: trimmed.startsWith('<') ? 'html' : 'notJson' };
	}
}

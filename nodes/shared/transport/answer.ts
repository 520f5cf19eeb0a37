import { isRecord } from '../field';

/** The largest answer that is read, in bytes. A page of 200 wide records is below 1 MB. */
const MAX_BYTES = 50 * 1024 * 1024;

/** What came back: status, headers in lower case, and the body as text. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
}

/** The body was larger than the package is willing to hold. */
export class AnswerTooLargeError extends Error {
	constructor() {
		super(`the answer is larger than ${MAX_BYTES / 1024 / 1024} MB`);
	}
}

/** The body did not end in time. */
export class AnswerTimeoutError extends Error {
	constructor() {
		super('the answer did not end in time');
	}
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/**
 * Reads a response that n8n's request helper returned in full.
 *
 * The body is taken as a stream, since only so a body without end can be given up.
 *
 * @param response what httpRequestWithAuthentication returned
 * @throws AnswerTooLargeError, or the stream's own error
 */
export async function readAnswer(response: unknown): Promise<Answer> {
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	return {
		status: typeof statusCode === 'number' ? statusCode : 0,
		headers: lowerCase(headers),
		text: isStream(body) ? await readText(body) : asText(body),
	};
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
export type Parsed = { json: unknown } | { wrong: 'html' | 'notJson' };

/** Parses a body; an empty one is JSON's undefined. Never throws. */
export function parseBody(text: string): Parsed {
	const trimmed = text.trim();
	if (trimmed === '') return { json: undefined };
	try {
		return { json: JSON.parse(trimmed) };
	} catch {
		return { wrong: trimmed.startsWith('<') ? 'html' : 'notJson' };
	}
}

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isRecord, toRecord } from '../values/records';
import type { OperationInfo } from './operation';
import { errorItem } from './outcome';

/**
 * The longest answer to a model, in characters of JSON: about 5,000 tokens. A list of 50 simplified
 * records fits, and an agent, which keeps every answer for its further turns, can call many times.
 */
const MOST_CHARACTERS = 20_000;
/** What the note at the end of an answer that was cut may take of them. */
const NOTE_CHARACTERS = 500;
/** For so many characters that texts may have, lists may have one entry. */
const CHARACTERS_AN_ENTRY = 10;

/** The fields that make lists shorter, or records, by the names that all vendors share. */
const NARROWING = new Set(['limit', 'filters', 'query', 'simplify', 'fields']);

/**
 * The answer of a tool: an error becomes an item, since n8n hands a model nothing of what is thrown
 * under one version of its agent, and no advice under another.
 *
 * @param work gives the output
 */
export async function answerOfTool(
	work: () => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	return await work().catch((error: unknown) => [errorItem(error, 0)]);
}

/**
 * Output short enough for a model: whole records while they fit, and a note on what is left out. Of a
 * record that alone takes more than half an answer the longest texts and lists are cut.
 */
export function shortened(
	items: readonly INodeExecutionData[],
	operations: readonly OperationInfo[],
): INodeExecutionData[] {
	// n8n's agent of version 3 would make an empty text of an empty list.
	if (items.length === 0) return [noteItem('There is no record of this kind')];
	if (fitting(items, MOST_CHARACTERS).count === items.length) return [...items];
	const room = MOST_CHARACTERS - NOTE_CHARACTERS;
	const { count, left } = fitting(items, room);
	const cut = items
		.slice(count, count + (left > room / 2 ? 1 : 0))
		.map((item) => ({ ...item, json: cutTo(item.json, left) }));
	const missing = items.length - count - cut.length;
	const told = [
		cut.length > 0 ? ['the longest texts and lists of the last record are cut here'] : [],
		missing > 0 ? [`${missing} of ${items.length} records are left out here`] : [],
	].flat();
	return [...items.slice(0, count), ...cut, noteItem(noteOf(told, operations))];
}

/** How many of the first items fit into so many characters, as one JSON list; and what is left. */
function fitting(
	items: readonly INodeExecutionData[],
	characters: number,
): { count: number; left: number } {
	let left = characters - 1;
	for (const [count, { json }] of items.entries()) {
		const size = JSON.stringify(json).length + 1;
		if (size > left) return { count, left };
		left -= size;
	}
	return { count: items.length, left };
}

function noteOf(told: readonly string[], operations: readonly OperationInfo[]): string {
	const fields = [...new Set(operations.flatMap(narrowingOf))];
	const advice = fields.length > 0 ? `, or set ${fields.join(', ')} in the workflow` : '';
	const what = `A tool answers with ${MOST_CHARACTERS} characters at most: ${told.join(', and ')}`;
	return `${what}. Ask for less at a time, more closely${advice}`;
}

/** What an operation that reads has to make its answer shorter, by display name. */
function narrowingOf({ method, fields }: OperationInfo): string[] {
	if (method !== 'GET') return [];
	return fields
		.flatMap((field) => [field, ...(field.inner ?? [])])
		.filter(({ name }) => NARROWING.has(name))
		.map(({ property }) => `'${property.displayName}'`);
}

function noteItem(note: string): INodeExecutionData {
	return { json: { note }, pairedItem: { item: 0 } };
}

/** A record in so many characters: with the longest texts and lists that fit. */
function cutTo(json: IDataObject, characters: number): IDataObject {
	const size = (most: number) => JSON.stringify([trimmed(json, most)]).length;
	let [good, bad] = [0, characters];
	while (bad - good > 1) {
		const middle = Math.floor((good + bad) / 2);
		if (size(middle) <= characters) good = middle;
		else bad = middle;
	}
	const cut = good > 0 ? toRecord(trimmed(json, good)) : undefined;
	// Thousands of keys, or very long ones: quoting the text of it may double its length.
	return cut ?? { record: cutText(JSON.stringify(json), Math.floor(characters / 2) - 100) };
}

/** A value whose texts have no more than so many characters, and whose lists are as short. */
function trimmed(value: unknown, most: number): unknown {
	if (typeof value === 'string') return cutText(value, most);
	if (Array.isArray(value)) {
		const kept = value.slice(0, Math.ceil(most / CHARACTERS_AN_ENTRY));
		const more = value.length - kept.length;
		const entries = kept.map((each) => trimmed(each, most));
		return more > 0 ? [...entries, `… (${more} more entries)`] : entries;
	}
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, trimmed(each, most)]));
}

function cutText(text: string, most: number): string {
	const more = text.length - most;
	return more > 0 ? `${text.slice(0, most)}… (${more} more characters)` : text;
}

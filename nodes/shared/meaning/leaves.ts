import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../values/records';
import { isBlank, textOf } from '../values/text';

/** One value of an item, however deep it is. */
export interface Leaf {
	/** Where it is: 'Work Email', 'properties.firstname', 'emails[0].email'. */
	readonly name: string;
	/** The same, a key at a time. */
	readonly path: readonly (string | number)[];
	/** What is compared: without what only holds others, and with the type of a row: 'mobile phones 0 phone'. */
	readonly spelled: string;
	/** The same without the type. */
	readonly untyped: string;
	/** Whether it is out of a list of rows. */
	readonly inList: boolean;
	/** Whether it is a list itself. */
	readonly isList: boolean;
	/** Text, numbers, true or false; several where it is a list. */
	readonly values: readonly Plain[];
}

/** A value that a vendor can take. */
export type Plain = string | number | boolean;

/** Objects that only hold a record's fields, in the answers of many services. */
const HOLDERS: readonly string[] = [
	'values',
	'data',
	'properties',
	'fields',
	'attributes',
	'record',
];
/** Nothing that is deeper, or further down a list, is a fact of a lead. */
const DEEPEST = 3;
const MOST_ROWS = 20;

/** All values of an item that are no lists or objects themselves. */
export function leavesOf(json: IDataObject): Leaf[] {
	const leaves: Leaf[] = [];
	gather(json, { name: '', path: [], spelled: '', depth: 0 }, leaves);
	return leaves;
}

interface Place {
	readonly name: string;
	readonly path: readonly (string | number)[];
	readonly spelled: string;
	readonly depth: number;
}

function gather(record: Readonly<Record<string, unknown>>, at: Place, leaves: Leaf[]): void {
	for (const [key, value] of Object.entries(record)) {
		const name = at.name === '' ? key : `${at.name}.${key}`;
		const isHolder = isRecord(value) && HOLDERS.includes(key.toLowerCase());
		const spelled = isHolder ? at.spelled : `${at.spelled} ${key}`.trim();
		const place = { name, path: [...at.path, key], spelled, depth: at.depth + 1 };
		if (Array.isArray(value)) gatherList(value, place, leaves);
		else if (isRecord(value) && textOf(value) === undefined) {
			if (place.depth < DEEPEST) gather(value, place, leaves);
		} else leaves.push(leaf(place, value));
	}
}

function gatherList(list: readonly unknown[], at: Place, leaves: Leaf[]): void {
	if (!list.some(isRecord)) {
		const values = list.flatMap(plainOf);
		const { name, path, spelled } = at;
		leaves.push({ name, path, spelled, untyped: spelled, inList: false, isList: true, values });
		return;
	}
	for (const [index, row] of list.slice(0, MOST_ROWS).entries()) {
		if (!isRecord(row)) continue;
		const type = typeof row.type === 'string' ? row.type : row.label;
		for (const [key, value] of Object.entries(row)) {
			if (key === 'type' || key === 'label') continue;
			const untyped = `${at.spelled} ${index + 1} ${key}`;
			const spelled = typeof type === 'string' ? `${type} ${untyped}` : untyped;
			const name = `${at.name}[${index}].${key}`;
			const path = [...at.path, index, key];
			const values = plainOf(value);
			leaves.push({ name, path, spelled, untyped, inList: true, isList: false, values });
		}
	}
}

function leaf({ name, path, spelled }: Place, value: unknown): Leaf {
	const values = plainOf(value);
	return { name, path, spelled, untyped: spelled, inList: false, isList: false, values };
}

/** A value as vendors take it, if it is not blank: spaces around it dropped, dates as ISO 8601. */
function plainOf(value: unknown): Plain[] {
	if (isBlank(value)) return [];
	if (typeof value === 'boolean') return [value];
	if (typeof value === 'number') return Number.isFinite(value) ? [value] : [];
	const text = textOf(value);
	return text === undefined ? [] : [text.trim()];
}

// One call of an endpoint, and the answers that most endpoints give.
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { FieldErrors, Refusal } from './refusal.mts';
import type { Stored } from './shapes.mts';
import type { Caller, GenizizStore } from './store.mts';

/** A request with who sends it and the ids in its path. */
export interface Call {
	readonly store: GenizizStore;
	readonly caller: Caller;
	readonly request: VendorRequest;
	/** The first id in the path; '' where there is none. */
	readonly id: string;
	/** The second one. */
	readonly itemId: string;
}

/** Answers a call, or throws a Refusal to say no. */
export type Handler = (call: Call) => VendorAnswer;

/** The values of a JSON object. */
export type Values = Readonly<Record<string, unknown>>;

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 200;

/** True for a JSON object. */
export function isRecord(value: unknown): value is Values {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body. The document's own bodies are mostly `{ }`, so that none counts as an empty object. */
export function bodyOf({ request: { body } }: Call): Values {
	if (body === null) return {};
	if (isRecord(body)) return body;
	throw new Refusal(400, 'The request body must be a JSON object.');
}

/** A list ("Responses & pagination"). `show` is called for the items of the page only. */
export function listed<Item extends Values>(
	call: Call,
	items: readonly Item[],
	show: (item: Item) => Values = (item) => item,
): VendorAnswer {
	const errors = new FieldErrors();
	const limit = numberOf(call, '_limit', DEFAULT_LIMIT);
	const skip = numberOf(call, '_skip', 0);
	if (!(limit >= 1 && limit <= MAX_LIMIT)) {
		errors.add('_limit', `Must be a whole number from 1 to ${MAX_LIMIT}.`);
	}
	if (!(skip >= 0)) errors.add('_skip', 'Must be a whole number from 0.');
	errors.check();
	const pick = picked(call);
	const page = items.slice(skip, skip + limit).map((item) => pick(show(item)));
	const { emptyLists, hasMore, behindEnd } = call.store.settings;
	if (behindEnd === 'refused' && skip > 0 && page.length === 0)
		throw new Refusal(404, 'Not found.');
	const data = page.length === 0 && emptyLists === 'null' ? null : page;
	const isMore = skip + limit < items.length;
	return { status: 200, body: { data, has_more: hasMore === 'text' ? String(isMore) : isMore } };
}

/** A read of one object. */
export function read(call: Call, object: Values): VendorAnswer {
	return { status: 200, body: picked(call)(object) };
}

/** NaN for what is no whole number. Blank counts as left out: the document's addresses end so. */
function numberOf({ request }: Call, name: string, otherwise: number): number {
	const text = request.query[name] ?? '';
	if (text === '') return otherwise;
	return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** "Field selection": keeps the named fields, in the order of the record. */
function picked({ request }: Call): (object: Values) => Values {
	const text = request.query._fields;
	if (typeof text !== 'string' || text === '') return (object) => object;
	const names = new Set(text.split(',').map((name) => name.trim()));
	return (object) => Object.fromEntries(Object.entries(object).filter(([name]) => names.has(name)));
}

/** Takes a record's text, or null where it is another thing. */
export function textOf(record: Stored | Values | undefined, field: string): string | null {
	const value = record?.[field];
	return typeof value === 'string' && value !== '' ? value : null;
}

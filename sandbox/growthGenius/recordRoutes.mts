// The five endpoints of contacts and of messages.
import { Refusal, isRecord } from '../shared/refusal.mts';
import { change, inOrder } from '../shared/records.mts';
import type { StoredRecord, Values } from '../shared/records.mts';
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { ownFields } from './kinds.mts';
import type { Kind } from './kinds.mts';
import type { GrowthGeniusStore } from './store.mts';
import { readTime } from './times.mts';

/** "Create": nothing is deduplicated. A record without a `user_id` gets the one of the query. */
export function create(store: GrowthGeniusStore, kind: Kind, request: VendorRequest): VendorAnswer {
	const values = readValues(kind, request.body);
	const owner = { user_id: Number(request.query.user_id) };
	return one(store, kind, store[kind.many].add({ ...owner, ...values }, store.now()));
}

/** "Get All": those updated between `from` and `to`. What an end means that is not sent is a setting. */
export function list(store: GrowthGeniusStore, kind: Kind, request: VendorRequest): VendorAnswer {
	const { fromInclusive, toInclusive, listOrder, openRange, emptyLists } = store.settings;
	const isOpen = openRange === 'open';
	const from = readTime(request.query, 'from') ?? (isOpen ? -Infinity : Infinity);
	const to = readTime(request.query, 'to') ?? (isOpen ? Infinity : -Infinity);
	const records = store[kind.many].all.filter(
		({ updatedAt: at }) =>
			(fromInclusive ? from <= at : from < at) && (toInclusive ? at <= to : at < to),
	);
	const shown = inOrder(records, listOrder).map((record) => shownBy(store, kind, record));
	const isNull = shown.length === 0 && emptyLists === 'null';
	return { status: 200, body: { [kind.many]: isNull ? null : shown } };
}

/** "Get a Specific". */
export function get(
	store: GrowthGeniusStore,
	kind: Kind,
	_request: VendorRequest,
	id: string,
): VendorAnswer {
	return one(store, kind, known(store, kind, id));
}

/** "Update": what is not sent stays. Every update counts, also one that changes nothing. */
export function update(
	store: GrowthGeniusStore,
	kind: Kind,
	request: VendorRequest,
	id: string,
): VendorAnswer {
	const record = known(store, kind, id);
	change(record, readValues(kind, request.body), store.now());
	if (store.settings.updateAnswer === 'empty') return { status: 204, body: undefined };
	return one(store, kind, record);
}

/** "Delete". The document shows no answer. */
export function remove(
	store: GrowthGeniusStore,
	kind: Kind,
	_request: VendorRequest,
	id: string,
): VendorAnswer {
	const record = known(store, kind, id);
	store[kind.many].remove(record.id);
	if (store.settings.deleteAnswer === 'empty') return { status: 204, body: undefined };
	return one(store, kind, record);
}

function one(store: GrowthGeniusStore, kind: Kind, record: StoredRecord): VendorAnswer {
	return { status: 200, body: { [kind.one]: shownBy(store, kind, record) } };
}

function shownBy(
	{ settings }: GrowthGeniusStore,
	kind: Kind,
	record: StoredRecord,
): Record<string, unknown> {
	const shown = kind.shown(record);
	return settings.messageTimes ? { ...shown, ...ownFields(record) } : shown;
}

function known(store: GrowthGeniusStore, kind: Kind, id: string): StoredRecord {
	const record = /^\d+$/.test(id) ? store[kind.many].find(Number(id)) : undefined;
	if (record === undefined) throw new Refusal(404, { error: `${kind.one} not found` });
	return record;
}

/** The fields inside of the wrapper. Others than those of the document are passed over. */
function readValues(kind: Kind, body: unknown): Values {
	const wrapped = isRecord(body) ? body[kind.one] : undefined;
	if (!isRecord(wrapped)) throw new Refusal(400, { error: `${kind.one} is missing` });
	return Object.fromEntries(Object.entries(wrapped).filter(([name]) => kind.fields.has(name)));
}

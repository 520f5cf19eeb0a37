// The endpoints of Skarbe's "Available endpoints".
import { Refusal, isRecord } from '../shared/refusal.mts';
import { inOrder } from '../shared/records.mts';
import type { Values } from '../shared/records.mts';
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { SENT_FIELDS, created, isFilled, listed, matches } from './contacts.mts';
import { CURRENT_USER, LEAD_STATUSES } from './seed.mts';
import type { SkarbeStore } from './store.mts';

/** Answers a request, or throws a Refusal to say no. */
export type Handler = (store: SkarbeStore, request: VendorRequest) => VendorAnswer;

/** The endpoints by method and path below /api/connect/. */
export const ROUTES: ReadonlyMap<string, Handler> = new Map<string, Handler>([
	['GET contacts', list],
	['POST contacts', create],
	['GET contacts/lead-statuses', () => ({ status: 200, body: LEAD_STATUSES })],
	['GET me', () => ({ status: 200, body: CURRENT_USER })],
]);

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** "Get Contacts". A blank search finds all. */
function list(store: SkarbeStore, { query }: VendorRequest): VendorAnswer {
	const wanted = typeof query.query === 'string' ? query.query.trim() : '';
	const { settings } = store;
	const found = store.contacts.all.filter(
		(record) => wanted === '' || matches(record, wanted, settings),
	);
	const shown = inOrder(found, settings.listOrder).map((record) => listed(record, settings));
	return { status: 200, body: shown };
}

/** "Create Contact". The checks come in the order of "Error Responses". */
function create(store: SkarbeStore, { body }: VendorRequest): VendorAnswer {
	if (typeof body === 'string') throw refused('Invalid JSON');
	const sent: Values = isRecord(body) ? body : {};
	if (!isFilled(sent.email) && !isFilled(sent.firstName)) {
		throw refused('At least email or firstName is required');
	}
	if (isFilled(sent.email) && !(typeof sent.email === 'string' && EMAIL.test(sent.email))) {
		throw refused('Invalid email');
	}
	const { leadStatus = null } = sent;
	if (leadStatus !== null && LEAD_STATUSES.every(({ id }) => id !== leadStatus)) {
		throw refused('Invalid lead status');
	}
	const fields = SENT_FIELDS.filter((field) => sent[field] !== undefined);
	const values = Object.fromEntries(fields.map((field) => [field, sent[field]]));
	const record = store.contacts.add({ ...values, leadStatus }, store.now());
	return { status: 200, body: created(record, store.settings) };
}

function refused(error: string): Refusal {
	return new Refusal(400, { error });
}

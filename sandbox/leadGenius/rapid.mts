// Rapid enrichment: one request, one record, done soon (newer documents).
import { shownTime } from './campaign.mts';
import { dataOf, sampleOf } from './enrich.mts';
import { RAPID_CONTACT_FIELDS, STANDARD_FIELDS } from './fields.mts';
import { notFound } from './input.mts';
import type { Values } from './records.mts';
import type { Form } from './settings.mts';
import type { RapidState, RapidStatus } from './shapes.mts';

/** The kinds of request. */
export const RAPID_TYPES: readonly string[] = ['contact', 'account', 'get_contacts'];

/** The states, in the order of a request's life. */
export const RAPID_STATUSES: readonly RapidStatus[] = [
	'scheduled',
	'in_progress',
	'ok',
	'erred',
	'cancelled',
];

/** A request whose data has one of these texts as a value ends so. */
const ENDS: ReadonlyMap<string, RapidStatus> = new Map([
	['fail', 'erred'],
	['cancel', 'cancelled'],
]);

/** Which contacts a get_contacts request is for. */
export interface WantedContacts {
	readonly contacts_per_company: number;
	readonly seniority: readonly string[];
	readonly department: readonly string[];
}

/** One request. */
export interface RapidRequest {
	readonly id: number;
	readonly type: string;
	readonly data: Values;
	readonly contacts: WantedContacts | undefined;
	/** Milliseconds since 1970. */
	readonly createdAt: number;
}

/** All requests. */
export class RapidRequests {
	readonly #byId = new Map<number, RapidRequest>();
	readonly #durationMs: number;

	/** @param durationMs from a request to its end; 0 = at once */
	constructor(durationMs: number) {
		this.#durationMs = durationMs;
	}

	get all(): RapidRequest[] {
		return [...this.#byId.values()];
	}

	/** The request, or the 404 of "Errors". */
	known(id: string): RapidRequest {
		const request = this.#byId.get(Number(id));
		if (request === undefined) throw notFound();
		return request;
	}

	add(parts: Pick<RapidRequest, 'type' | 'data' | 'contacts'>): RapidRequest {
		const request = { id: 501 + this.#byId.size, ...parts, createdAt: Date.now() };
		this.#byId.set(request.id, request);
		return request;
	}

	/** The state now: half of its time a request is scheduled, the other half in progress. */
	statusOf({ createdAt, data }: RapidRequest): RapidStatus {
		const age = Date.now() - createdAt;
		if (age < this.#durationMs / 2) return 'scheduled';
		if (age < this.#durationMs) return 'in_progress';
		const end = Object.values(data).map((value) => ENDS.get(value));
		return end.find((status) => status !== undefined) ?? 'ok';
	}

	/**
	 * As the endpoints answer it: as documented without what was asked and found. Otherwise `result` is
	 * null until the state is ok.
	 */
	answer(request: RapidRequest, form: Form): Record<string, unknown> {
		const { id, type, data, contacts, createdAt } = request;
		const status = this.statusOf(request);
		const created = shownTime(createdAt);
		const documented = { id, status, enrichment_type: type, created };
		if (form === 'documented') return documented;
		const result = status === 'ok' ? resultOf(request) : null;
		return { ...documented, data, contacts: contacts ?? null, result };
	}

	/**
	 * "The enriched record itself", with more fields than the standard ones. Assumed: before its end, or
	 * after a bad one, it holds what was sent; the contacts of a company are a list of records.
	 */
	record(request: RapidRequest): unknown {
		const { id, type, data } = request;
		const isDone = this.statusOf(request) === 'ok';
		if (type === 'get_contacts') return isDone ? contactsOf(request) : [];
		const fields = type === 'account' ? [] : RAPID_CONTACT_FIELDS;
		const more = fields.map((field) => [field, isDone ? sampleOf(field, id) : '']);
		const known = isDone ? foundOf(request) : dataOf(data, [], 'original', id);
		return { ...Object.fromEntries(more), ...known };
	}

	/** How many requests are in which state. */
	stats(): Record<string, number> {
		const statuses = this.all.map((request) => this.statusOf(request));
		const counts = RAPID_STATUSES.map((status): [string, number] => [
			status,
			statuses.filter((each) => each === status).length,
		]);
		return { total: statuses.length, ...Object.fromEntries(counts) };
	}

	state(): RapidState[] {
		return this.all.map((request) => ({
			id: request.id,
			enrichment_type: request.type,
			status: this.statusOf(request),
			data: { ...request.data },
		}));
	}
}

/** The data of the account or contact, or the list of contacts. */
function resultOf(request: RapidRequest): unknown {
	return request.type === 'get_contacts' ? contactsOf(request) : foundOf(request);
}

function foundOf({ id, type, data }: RapidRequest): Record<string, string> {
	const prefix = type === 'account' ? 'org_' : 'contact_';
	const fields = STANDARD_FIELDS.filter((field) => field.startsWith(prefix));
	return dataOf(data, fields, 'finalized_complete', id);
}

function contactsOf({ id, data, contacts }: RapidRequest): Record<string, string>[] {
	const count = contacts?.contacts_per_company ?? 1;
	return Array.from({ length: count }, (_, at) => contactOf(id * 10 + at, data, contacts));
}

/** One contact of the company, with the first of the seniorities and departments asked for. */
function contactOf(
	number: number,
	data: Values,
	contacts: WantedContacts | undefined,
): Record<string, string> {
	const fields = STANDARD_FIELDS.filter((field) => /^contact_(?!record_id)/.test(field));
	const company = companyOf(data);
	const contact: Record<string, string> = {};
	for (const field of fields) contact[field] = sampleOf(field, number, company);
	const [seniority] = contacts?.seniority ?? [];
	const [department] = contacts?.department ?? [];
	if (seniority !== undefined) contact.contact_seniority = seniority;
	if (department !== undefined) contact.contact_department = department;
	return contact;
}

function companyOf(data: Values): Values {
	return Object.fromEntries(Object.entries(data).filter(([field]) => field.startsWith('org_')));
}

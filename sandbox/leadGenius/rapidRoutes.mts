// enrichment/rapid/ (newer documents).
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { readWanted } from './contacts.mts';
import { COMPANY_IDENTIFIERS, CONTACT_IDENTIFIERS, STANDARD_FIELDS } from './fields.mts';
import { Filters } from './filters.mts';
import { Input, noChoice } from './input.mts';
import { pageOf } from './paging.mts';
import { RAPID_STATUSES, RAPID_TYPES } from './rapid.mts';
import { missing, readValues, strangers } from './records.mts';
import type { Values } from './records.mts';
import type { LeadGeniusStore } from './store.mts';

export function createRapid(store: LeadGeniusStore, request: VendorRequest): VendorAnswer {
	const input = new Input(request);
	const type = input.text('type');
	if (type !== '' && !RAPID_TYPES.includes(type)) input.problems.add('type', noChoice(type));
	const data = readData(input, type);
	const contacts = type === 'get_contacts' ? readWanted(input) : undefined;
	input.problems.check();
	const { rapid } = store;
	return { status: 201, body: rapid.answer(rapid.add({ type, data, contacts })) };
}

export function readRapid(
	store: LeadGeniusStore,
	_request: VendorRequest,
	id: string,
): VendorAnswer {
	const { rapid } = store;
	return { status: 200, body: rapid.answer(rapid.known(id)) };
}

export function readRapidStats(store: LeadGeniusStore): VendorAnswer {
	return { status: 200, body: store.rapid.stats() };
}

/** Filtered by id, status, enrichment_type, created_from and created_to. */
export function listRapid(
	{ rapid }: LeadGeniusStore,
	request: VendorRequest,
	_slug: string,
	nextOrigin: string | undefined,
): VendorAnswer {
	const filters = new Filters(request);
	const ids = filters.ids();
	const status = filters.choice('status', RAPID_STATUSES);
	const type = filters.choice('enrichment_type', RAPID_TYPES);
	const isInTime = filters.times('created');
	filters.problems.check();
	const found = rapid.all.filter(
		(each) =>
			(ids?.has(each.id) ?? true) &&
			(status === undefined || rapid.statusOf(each) === status) &&
			(type === undefined || each.type === type) &&
			isInTime(each.createdAt),
	);
	const page = pageOf(found, request, nextOrigin);
	return {
		status: 200,
		body: { ...page, results: page.results.map((each) => rapid.answer(each)) },
	};
}

/** `data` is one record; which identifier it needs depends on the type. */
function readData(input: Input, type: string): Values {
	const value = input.value('data');
	if (value === undefined) {
		input.problems.add('data', 'This field is required.');
		return {};
	}
	const values = readValues(input, 'data', '', value);
	const reasons = [
		...strangers(values, (field) => STANDARD_FIELDS.includes(field)),
		...(type === 'contact'
			? missing(values, 'contact', CONTACT_IDENTIFIERS)
			: missing(values, 'company', COMPANY_IDENTIFIERS)),
	];
	for (const reason of reasons) input.problems.add('data', reason);
	return values;
}

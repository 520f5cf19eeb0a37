// enrichment/rapid/ (newer documents).
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { readWanted } from './contacts.mts';
import { COMPANY_IDENTIFIERS, CONTACT_IDENTIFIERS, STANDARD_FIELDS } from './fields.mts';
import { Filters } from './filters.mts';
import { Input, REQUIRED, noChoice } from './input.mts';
import { pageOf } from './paging.mts';
import type { Origins } from './paging.mts';
import { RAPID_STATUSES, RAPID_TYPES } from './rapid.mts';
import { missing, readValues, strangers } from './records.mts';
import type { Values } from './records.mts';
import type { LeadGeniusStore } from './store.mts';

export function createRapid(store: LeadGeniusStore, request: VendorRequest): VendorAnswer {
	const input = new Input(request);
	const type = input.text('type');
	if (type !== '' && !RAPID_TYPES.includes(type)) input.problems.add('type', noChoice(type));
	const data = readData(input, type);
	const { rapidForm, errorForm } = store.settings;
	const contacts = type === 'get_contacts' ? readWanted(input, rapidForm) : undefined;
	input.problems.check(errorForm);
	const { rapid } = store;
	return { status: 201, body: rapid.answer(rapid.add({ type, data, contacts }), rapidForm) };
}

export function readRapid(
	store: LeadGeniusStore,
	_request: VendorRequest,
	id: string,
): VendorAnswer {
	const { rapid, settings } = store;
	const known = rapid.known(id);
	const isBare = settings.rapidForm === 'documented';
	return { status: 200, body: isBare ? rapid.record(known) : rapid.answer(known, 'open') };
}

export function readRapidStats(store: LeadGeniusStore): VendorAnswer {
	return { status: 200, body: store.rapid.stats() };
}

/**
 * Filtered by id, status, enrichment_type, created_from and created_to. As documented it takes one
 * id, of several the last, and is a bare list.
 */
export function listRapid(
	{ rapid, settings }: LeadGeniusStore,
	request: VendorRequest,
	_slug: string,
	origins: Origins,
): VendorAnswer {
	const { rapidForm, errorForm } = settings;
	const filters = new Filters(request);
	const ids = rapidForm === 'documented' ? filters.id() : filters.ids();
	const status = filters.choice('status', RAPID_STATUSES);
	const type = filters.choice('enrichment_type', RAPID_TYPES);
	const isInTime = filters.times('created');
	filters.problems.check(errorForm);
	const found = rapid.all.filter(
		(each) =>
			(ids?.has(each.id) ?? true) &&
			(status === undefined || rapid.statusOf(each) === status) &&
			(type === undefined || each.type === type) &&
			isInTime(each.createdAt),
	);
	const shown = found.map((each) => rapid.answer(each, rapidForm));
	return {
		status: 200,
		body: rapidForm === 'documented' ? shown : pageOf(shown, request, origins),
	};
}

/** `data` is one record; which identifier it needs depends on the type. */
function readData(input: Input, type: string): Values {
	const value = input.value('data');
	if (value === undefined) {
		input.problems.add('data', REQUIRED);
		return {};
	}
	const values = readValues(input, 'data', {}, value);
	const flaws = [
		...strangers(values, (field) => STANDARD_FIELDS.includes(field)),
		...(type === 'contact'
			? missing(values, 'contact', CONTACT_IDENTIFIERS)
			: missing(values, 'company', COMPANY_IDENTIFIERS)),
	];
	for (const { message } of flaws) input.problems.add('data', message);
	return values;
}

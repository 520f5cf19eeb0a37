// The five endpoints that most kinds of records have: list, create, get, update, delete.
import type { VendorAnswer } from '../vendor.mts';
import { bodyOf, listed, read } from './call.mts';
import type { Call, Handler, Values } from './call.mts';
import { checkValues } from './checks.mts';
import type { Check } from './checks.mts';
import { FieldErrors, notFound } from './refusal.mts';
import type { CollectionName, Stored } from './shapes.mts';

/** What is special about a kind of records. */
export interface Resource {
	readonly collection: CollectionName;
	/** What an error calls it. */
	readonly noun: string;
	readonly required?: readonly string[];
	readonly checks?: Readonly<Record<string, Check>>;
	/** Fields that the vendor writes. Sent ones are ignored, as id and dates are. */
	readonly readOnly?: readonly string[];
	/** What a new one has where nothing was sent. */
	defaults?(call: Call): Values;
	/** False for a record that these endpoints do not reach. */
	isShown?(record: Stored): boolean;
	/** How answers show it. */
	show?(record: Stored, call: Call): Values;
	/** What else may be wrong with it; `before` is the record that is to be changed. */
	check?(values: Values, errors: FieldErrors, before: Stored | undefined): void;
	/** What follows from a creation. */
	created?(record: Stored, call: Call): void;
	/** What follows from a change. */
	changed?(record: Stored, before: Stored, call: Call): void;
	/** What goes before a deletion. May refuse it. */
	removing?(record: Stored, call: Call): void;
}

const READ_ONLY = ['id', 'date_created', 'date_updated'];

/** The handlers of a resource. */
export interface Endpoints {
	readonly list: Handler;
	readonly create: Handler;
	readonly get: Handler;
	readonly update: Handler;
	readonly remove: Handler;
}

export function endpointsOf(resource: Resource): Endpoints {
	return {
		list: (call) => listRecords(call, resource),
		create: (call) => createRecord(call, resource, bodyOf(call)),
		get: (call) => read(call, shown(call, resource, knownRecord(call, resource))),
		update: (call) => updateRecord(call, resource),
		remove: (call) => removeRecord(call, resource),
	};
}

/** The record that the path names. */
export function knownRecord({ caller, id }: Call, resource: Resource): Stored {
	const record = caller.workspace.collections[resource.collection].get(id);
	if (record === undefined || resource.isShown?.(record) === false) throw notFound(resource.noun);
	return record;
}

/** Makes a record of what was sent, answers 201 and the record. */
export function createRecord(call: Call, resource: Resource, sent: Values): VendorAnswer {
	const { collection, required = [], checks = {} } = resource;
	const { workspace } = call.caller;
	const values = { ...resource.defaults?.(call), ...writable(resource, sent) };
	const errors = new FieldErrors();
	checkValues(values, checks, required, workspace, errors);
	resource.check?.(values, errors, undefined);
	errors.check();
	const record = workspace.collections[collection].make(values, call.store.clock.time());
	resource.created?.(record, call);
	return { status: 201, body: shown(call, resource, record) };
}

/** As an answer shows it. */
export function shown(call: Call, resource: Resource, record: Stored): Values {
	return resource.show?.(record, call) ?? record;
}

function listRecords(call: Call, resource: Resource): VendorAnswer {
	const { caller, store } = call;
	const all = caller.workspace.collections[resource.collection].sorted(store.settings.order);
	const records =
		resource.isShown === undefined ? all : all.filter((record) => resource.isShown?.(record));
	return listed(call, records, (record) => shown(call, resource, record));
}

/** The document's example sends two fields, and the others stay: an update of what is sent. */
function updateRecord(call: Call, resource: Resource): VendorAnswer {
	const { workspace } = call.caller;
	const record = knownRecord(call, resource);
	const values = writable(resource, bodyOf(call));
	const errors = new FieldErrors();
	const required = (resource.required ?? []).filter((field) => field in values);
	checkValues(values, resource.checks ?? {}, required, workspace, errors);
	resource.check?.(values, errors, record);
	errors.check();
	const before = { ...record };
	const collection = workspace.collections[resource.collection];
	collection.change(record, { ...values, date_updated: call.store.clock.time() });
	resource.changed?.(record, before, call);
	return { status: 200, body: shown(call, resource, record) };
}

/** The document shows no answer. */
function removeRecord(call: Call, resource: Resource): VendorAnswer {
	const record = knownRecord(call, resource);
	resource.removing?.(record, call);
	call.caller.workspace.collections[resource.collection].remove(record.id);
	return { status: 200, body: {} };
}

function writable({ readOnly = [] }: Resource, sent: Values): Values {
	const entries = Object.entries(sent);
	const isOpen = (field: string): boolean =>
		!READ_ONLY.includes(field) && !readOnly.includes(field);
	return Object.fromEntries(entries.filter(([field]) => isOpen(field)));
}

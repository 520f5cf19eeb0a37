// Lead: the plain endpoints, merge and move.
import type { VendorAnswer } from '../vendor.mts';
import { addActivity } from './activities.mts';
import { bodyOf } from './call.mts';
import type { Call, Values } from './call.mts';
import { EMAIL_FORM, checkValues, known, number, objects, text } from './checks.mts';
import { moveLead } from './move.mts';
import { FieldErrors, Refusal } from './refusal.mts';
import { knownRecord } from './resource.mts';
import type { Resource } from './resource.mts';
import type { Stored } from './shapes.mts';

/** A lead as the document's examples show it. */
export const lead: Resource = {
	collection: 'leads',
	noun: 'Lead',
	required: ['name'],
	checks: {
		name: text,
		url: text,
		industry: text,
		status_id: known('leadStatuses'),
		mrr: number,
		emails: objects('email', EMAIL_FORM),
		phones: objects('phone'),
		addresses: objects(),
	},
	defaults: ({ caller }) => ({
		name: null,
		url: null,
		status_id: caller.workspace.defaultStatus('leadStatuses'),
		emails: [],
		phones: [],
		mrr: null,
	}),
	created: ({ id }, call) => {
		addActivity(call, 'created', { lead_id: id });
	},
	changed: ({ id, status_id }, before, call) => {
		if (status_id === before.status_id) return;
		const statuses = { old_status_id: before.status_id, new_status_id: status_id };
		addActivity(call, 'status_change/lead', { lead_id: id, ...statuses });
	},
	removing: removeChildren,
	show: shownLead,
};

/** POST /lead/merge/ {source, destination}: answers the destination. */
export function mergeLeads(call: Call): VendorAnswer {
	const { workspace } = call.caller;
	const { leads } = workspace.collections;
	const body = bodyOf(call);
	const errors = new FieldErrors();
	const ends = { source: known('leads'), destination: known('leads') };
	checkValues(body, ends, ['source', 'destination'], workspace, errors);
	if (body.source === body.destination) {
		errors.add('destination', 'Must be another lead than the source.');
	}
	errors.check();
	const destination = leads.get(body.destination);
	if (destination === undefined) throw new Refusal(404, 'Lead not found.');

	const date_updated = call.store.clock.time();
	for (const { collection, record } of workspace.childrenOf(String(body.source))) {
		collection.change(record, { lead_id: destination.id, date_updated });
	}
	leads.remove(String(body.source));
	leads.change(destination, { date_updated });
	return { status: 200, body: shownLead(destination, call) };
}

/** POST /lead/{id}/move/ {target_organization_id}: answers the lead as it is in its new place. */
export function move(call: Call): VendorAnswer {
	const record = knownRecord(call, lead);
	const { workspace, administers } = call.caller;
	const field = 'target_organization_id';
	const body = bodyOf(call);
	const errors = new FieldErrors();
	checkValues(body, { [field]: text }, [field], workspace, errors);
	const target = administers.find(({ id }) => id === body[field]);
	if (target === undefined) errors.add(field, 'You must be an admin of both workspaces.');
	if (target === workspace) errors.add(field, 'The lead is in this workspace already.');
	errors.check();
	if (target !== undefined) moveLead(record, workspace, target, call.store.clock.time());
	return { status: 200, body: shownLead(record, call) };
}

/** Texts that can be set of a lead, and that no answer of the document has. */
const NOT_SHOWN = ['addresses', 'industry', 'owner_id'];

function shownLead(record: Stored, { store }: Call): Values {
	if (!store.settings.bareLeads) return record;
	return Object.fromEntries(Object.entries(record).filter(([name]) => !NOT_SHOWN.includes(name)));
}

/** The document does not say what becomes of children. Assumed: they go with the lead. */
function removeChildren({ id }: Stored, { caller }: Call): void {
	for (const child of caller.workspace.childrenOf(id)) {
		child.collection.remove(child.record.id);
		for (const item of caller.workspace.lineItemsOf(child.record.id)) {
			item.collection.remove(item.record.id);
		}
	}
}

// Opportunity and its line items.
import type { VendorAnswer } from '../vendor.mts';
import { addActivity } from './activities.mts';
import { bodyOf, listed } from './call.mts';
import type { Call } from './call.mts';
import { known, text, wholeNumber } from './checks.mts';
import { notFound } from './refusal.mts';
import { createRecord, knownRecord } from './resource.mts';
import type { Resource } from './resource.mts';
import type { Stored } from './shapes.mts';
import type { Workspace } from './workspace.mts';

const DOLLARS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** An opportunity as the document's examples show it. `value` is in cents. */
export const opportunity: Resource = {
	collection: 'opportunities',
	noun: 'Opportunity',
	required: ['lead_id'],
	checks: {
		status_id: known('opportunityStatuses'),
		value: wholeNumber(0, Infinity),
		value_period: text,
		confidence: wholeNumber(0, 100),
		note: text,
	},
	readOnly: ['value_formatted', 'date_won'],
	defaults: ({ caller }) => ({
		lead_id: null,
		status_id: caller.workspace.defaultStatus('opportunityStatuses'),
		value: null,
		value_period: null,
		confidence: null,
		note: null,
	}),
	show: (record, { store }) => {
		const { date_created, date_updated, value, ...rest } = record;
		const value_formatted = typeof value === 'number' ? DOLLARS.format(value / 100) : null;
		const dates = store.settings.bareOpportunities
			? { date_created }
			: { date_created, date_updated };
		return { ...rest, value, value_formatted, ...dates };
	},
	created: (record, call) => {
		noteWin(record, undefined, call);
	},
	changed: (record, before, call) => {
		if (record.status_id === before.status_id) return;
		noteWin(record, before, call);
		addActivity(call, 'status_change/opportunity', {
			lead_id: record.lead_id,
			opportunity_id: record.id,
			old_status_id: before.status_id,
			new_status_id: record.status_id,
		});
	},
	removing: ({ id }, { caller }) => {
		for (const { collection, record } of caller.workspace.lineItemsOf(id))
			collection.remove(record.id);
	},
};

const lineItem: Resource = { collection: 'lineItems', noun: 'Line item' };

/** GET /opportunity/{id}/line_item/ */
export function listLineItems(call: Call): VendorAnswer {
	const { id } = knownRecord(call, opportunity);
	const { settings } = call.store;
	const items = call.caller.workspace.collections.lineItems.sorted(settings.order);
	return listed(
		call,
		items.filter(({ opportunity_id }) => opportunity_id === id),
	);
}

/** POST /opportunity/{id}/line_item/: any body. The opportunity's value stays as it is. */
export function createLineItem(call: Call): VendorAnswer {
	const { id } = knownRecord(call, opportunity);
	return createRecord(call, lineItem, { ...bodyOf(call), opportunity_id: id });
}

/** DELETE /opportunity/{id}/line_item/{item_id}/ */
export function removeLineItem(call: Call): VendorAnswer {
	const { id } = knownRecord(call, opportunity);
	const { lineItems } = call.caller.workspace.collections;
	if (lineItems.get(call.itemId)?.opportunity_id !== id) throw notFound(lineItem.noun);
	lineItems.remove(call.itemId);
	return { status: 200, body: {} };
}

/** True for an opportunity whose status is of the type "won". */
export function isWon({ status_id }: Stored, workspace: Workspace): boolean {
	return workspace.collections.opportunityStatuses.get(status_id)?.type === 'won';
}

/** Keeps when an opportunity was won, for the reports. */
function noteWin(record: Stored, before: Stored | undefined, { caller, store }: Call): void {
	const { workspace } = caller;
	const hasWon = isWon(record, workspace);
	if (hasWon === (before !== undefined && isWon(before, workspace))) return;
	const date_won = hasWon ? store.clock.time() : null;
	workspace.collections.opportunities.change(record, { date_won });
}

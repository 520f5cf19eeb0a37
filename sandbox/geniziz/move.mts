// "Org-scoped references that don't exist in the target are remapped to defaults (lead/opportunity
// status) or cleared (owner, assignee, custom fields), so the lead lands valid."
import type { Values } from './call.mts';
import type { Stored } from './shapes.mts';
import type { Placed, Workspace } from './workspace.mts';

const USER_FIELDS = ['owner_id', 'user_id', 'assignee_id'];

/** How custom fields are named is not documented: all of these are taken for some. */
const CUSTOM_FIELD = /^custom($|[._])/;

/** Moves a lead with all that belongs to it. Their ids stay. */
export function moveLead(lead: Stored, from: Workspace, to: Workspace, now: string): void {
	const { leads } = from.collections;
	const children = from.childrenOf(lead.id);
	const items = children.flatMap(({ record }) => from.lineItemsOf(record.id));
	const moved: Placed[] = [
		{ name: 'leads', collection: leads, record: lead },
		...children,
		...items,
	];
	for (const { name, collection, record } of moved) {
		collection.remove(record.id);
		Object.assign(record, fitting(name, record, to), { date_updated: now });
		to.collections[name].put(record);
	}
}

/** The fields that have to change in the target. */
function fitting(name: Placed['name'], record: Stored, to: Workspace): Values {
	const changes: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(record)) {
		if (value === null) continue;
		const isLost = USER_FIELDS.includes(field) && !to.collections.users.get(value);
		if (isLost || CUSTOM_FIELD.test(field)) changes[field] = null;
	}
	const statuses = STATUSES[name];
	if (statuses !== undefined && !to.collections[statuses].get(record.status_id)) {
		changes.status_id = to.defaultStatus(statuses);
	}
	return changes;
}

const STATUSES: Partial<Record<Placed['name'], 'leadStatuses' | 'opportunityStatuses'>> = {
	leads: 'leadStatuses',
	opportunities: 'opportunityStatuses',
};

// One workspace with its records. A key reaches one workspace.
import { Collection } from './collection.mts';
import { workspaceStateSchema } from './shapes.mts';
import type { CollectionName, Stored, WorkspaceState } from './shapes.mts';

/** A record with the collection that it is in. */
export interface Placed {
	readonly name: CollectionName;
	readonly collection: Collection;
	readonly record: Stored;
}

/** What belongs to a lead by its `lead_id`. */
const CHILDREN = [
	'contacts',
	'opportunities',
	'activities',
	'conversations',
	'sequenceSubscriptions',
] as const satisfies readonly CollectionName[];

/** A workspace. */
export class Workspace {
	/** Its id as `target_organization_id` names it. */
	readonly id: string;
	/** The document names the prefixes of leads, contacts, opportunities and activities only. */
	readonly collections: Readonly<Record<CollectionName, Collection>> = {
		leads: new Collection('lead_'),
		contacts: new Collection('cont_'),
		opportunities: new Collection('oppo_'),
		lineItems: new Collection('line_'),
		activities: new Collection('acti_'),
		conversations: new Collection('conv_'),
		connectedAccounts: new Collection('conn_'),
		customObjectTypes: new Collection('cobj_'),
		emailTemplates: new Collection('tmpl_'),
		mailingExports: new Collection('expo_'),
		sequenceSubscriptions: new Collection('subs_'),
		leadStatuses: new Collection('stat_'),
		opportunityStatuses: new Collection('stat_'),
		users: new Collection('user_'),
	};

	constructor(id: string) {
		this.id = id;
	}

	/** The record with this id, of any kind. */
	find(id: string): Placed | undefined {
		for (const name of collectionNames) {
			const collection = this.collections[name];
			const record = collection.get(id);
			if (record !== undefined) return { name, collection, record };
		}
		return undefined;
	}

	/** All that belongs to a lead, without the line items of its opportunities. */
	childrenOf(leadId: string): Placed[] {
		return CHILDREN.flatMap((name) => {
			const collection = this.collections[name];
			return collection.all
				.filter(({ lead_id }) => lead_id === leadId)
				.map((record) => ({ name, collection, record }));
		});
	}

	lineItemsOf(opportunityId: string): Placed[] {
		const name = 'lineItems';
		const collection = this.collections[name];
		return collection.all
			.filter(({ opportunity_id }) => opportunity_id === opportunityId)
			.map((record) => ({ name, collection, record }));
	}

	/** The status of what is made without one: the first that was made. */
	defaultStatus(name: 'leadStatuses' | 'opportunityStatuses'): string | null {
		return this.collections[name].all[0]?.id ?? null;
	}

	/** A copy of all records. */
	snapshot(): WorkspaceState {
		const entries = collectionNames.map((name) => [name, this.collections[name].all]);
		return workspaceStateSchema.parse(Object.fromEntries(entries));
	}
}

const collectionNames = workspaceStateSchema.keyof().options;

// The data that every reset goes back to: the document's own examples.
import type { Values } from '../shared/records.mts';

/** A lead status ("Get Lead Statuses"). */
export interface LeadStatus {
	readonly id: number;
	readonly type: 'lead' | 'qualified' | 'disqualified';
	readonly label: string;
	readonly color: string;
	readonly order: number;
}

/** The third type has no example in the document. */
export const LEAD_STATUSES: readonly LeadStatus[] = [
	{ id: 1, type: 'lead', label: 'New Lead', color: '#3B82F6', order: 1 },
	{ id: 2, type: 'qualified', label: 'Qualified Lead', color: '#10B981', order: 2 },
	{ id: 3, type: 'disqualified', label: 'Disqualified', color: '#EF4444', order: 3 },
];

/** "Get Current User". The document's addresses are lost; these are made up. */
export const CURRENT_USER = {
	details: { name: 'John Admin', email: 'john.admin@example.com' },
	workspace: { name: 'Acme Corporation' },
};

/** "Get Contacts", the example. */
export const SEED_CONTACT: { readonly values: Values; readonly createdAt: string } = {
	createdAt: '2023-01-15T10:00:00Z',
	values: {
		email: 'john.doe@example.com',
		firstName: 'John',
		lastName: 'Doe',
		jobTitle: 'Developer',
		companyName: 'Acme Corp',
		leadStatus: 1,
	},
};

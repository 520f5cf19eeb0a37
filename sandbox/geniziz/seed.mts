// The seed data: one record of each kind. What the document's examples show is as they show it.
import { GENIZIZ_SEED as SEED } from './key.mts';
import type { CollectionName } from './shapes.mts';
import type { Workspace } from './workspace.mts';

const LEAD_CREATED = '2026-01-15T09:30:00.000Z';
const OPPORTUNITY_CREATED = '2026-01-15T09:32:00.000Z';
const PIPELINE = 'pipe_main000000000000000000';

const OF_LEAD = { lead_id: SEED.lead, user_id: SEED.user };

type Seeds = Readonly<
	Partial<Record<CollectionName, readonly Readonly<Record<string, unknown>>[]>>
>;

const ORGANIZATIONS = {
	main: { id: SEED.organization, name: 'Main Workspace', role: 'admin' },
	second: { id: SEED.secondOrganization, name: 'Second Workspace', role: 'admin' },
	member: { id: SEED.memberOrganization, name: 'Workspace Of Others', role: 'member' },
};

const MAIN: Seeds = {
	users: [
		{
			id: SEED.user,
			email: 'ada@acme.example',
			first_name: 'Ada',
			last_name: 'Example',
			organization_id: SEED.organization,
			organizations: [ORGANIZATIONS.main, ORGANIZATIONS.second, ORGANIZATIONS.member],
		},
	],
	leadStatuses: [
		{ id: SEED.leadStatus, label: 'Potential' },
		{ id: SEED.leadStatusWon, label: 'Customer' },
	],
	opportunityStatuses: [
		{ id: SEED.opportunityStatus, label: 'Evaluating', type: 'active', pipeline_id: PIPELINE },
		{ id: SEED.opportunityStatusWon, label: 'Won', type: 'won', pipeline_id: PIPELINE },
	],
	leads: [
		{
			id: SEED.lead,
			name: 'Acme Inc',
			url: 'https://acme.example',
			status_id: SEED.leadStatus,
			emails: [{ email: 'hello@acme.example', type: 'office' }],
			phones: [{ phone: '+15551234567', type: 'office' }],
			mrr: 4900,
		},
	],
	contacts: [
		{
			id: SEED.contact,
			lead_id: SEED.lead,
			name: 'Grace Example',
			emails: [{ email: 'grace@acme.example', type: 'office' }],
			phones: [{ phone: '+15557654321', type: 'mobile' }],
		},
	],
	opportunities: [
		{
			id: SEED.opportunity,
			lead_id: SEED.lead,
			status_id: SEED.opportunityStatus,
			value: 1_200_000,
			value_period: 'annual',
			confidence: 60,
			note: 'Evaluating the Scale plan for 40 reps.',
			date_created: OPPORTUNITY_CREATED,
			date_updated: OPPORTUNITY_CREATED,
		},
	],
	lineItems: [
		{ id: SEED.lineItem, opportunity_id: SEED.opportunity, name: 'Scale plan', quantity: 40 },
	],
	activities: [
		{ id: SEED.leadCreated, type: 'created', ...OF_LEAD },
		{ id: SEED.taskCompleted, type: 'task_completed', ...OF_LEAD, task_id: SEED.task },
		{ id: SEED.note, type: 'note', ...OF_LEAD, note: 'Asked for the price list.' },
	],
	conversations: [
		{
			id: SEED.conversation,
			lead_id: SEED.lead,
			contact_id: SEED.contact,
			subject: 'Scale plan',
			is_deleted: false,
		},
	],
	connectedAccounts: [{ id: SEED.connectedAccount, type: 'email', email: 'ada@acme.example' }],
	customObjectTypes: [{ id: SEED.customObjectType, name: 'Subscription' }],
	emailTemplates: [
		{
			id: SEED.emailTemplate,
			name: 'Welcome',
			subject: 'Welcome, {{ lead.name }}',
			body: 'Hello {{ contact.name }}, good to have {{ lead.name }} with us.',
		},
	],
	mailingExports: [
		{
			id: SEED.mailingExport,
			platform: 'mailchimp',
			filters: {},
			config: { list_id: 'newsletter' },
			status: 'completed',
			match_count: 1,
			pushed_count: 1,
		},
	],
	sequenceSubscriptions: [
		{ id: SEED.sequenceSubscription, ...OF_LEAD, contact_id: SEED.contact, status: 'active' },
	],
};

const SECOND: Seeds = {
	users: [
		{
			id: SEED.secondUser,
			email: 'bob@acme.example',
			first_name: 'Bob',
			last_name: 'Example',
			organization_id: SEED.secondOrganization,
			organizations: [ORGANIZATIONS.second],
		},
	],
	leadStatuses: [{ id: SEED.secondLeadStatus, label: 'New' }],
	opportunityStatuses: [{ id: SEED.secondOpportunityStatus, label: 'Open', type: 'active' }],
};

/** Fills the workspace of the first key. */
export function plantMain(workspace: Workspace): void {
	plant(workspace, MAIN);
}

/** Fills the workspace of the second key. */
export function plantSecond(workspace: Workspace): void {
	plant(workspace, SECOND);
}

function plant({ collections }: Workspace, seeds: Seeds): void {
	for (const [name, collection] of Object.entries(collections)) {
		for (const [key, records] of Object.entries(seeds)) {
			if (key !== name) continue;
			for (const values of records) collection.make(structuredClone(values), LEAD_CREATED);
		}
	}
}

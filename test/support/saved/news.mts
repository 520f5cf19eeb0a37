// A workflow of each event of each trigger, and how there is news for it.
import type { INodeParameters } from 'n8n-workflow';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { uploadLeads } from '../cases/genPage.mts';
import { leadItems, upsert } from '../leads.mts';
import { SLUG, uploadCompanies } from '../leadGenius.mts';
import { byId } from '../results.mts';
import type { VendorSite } from '../site.mts';

/** The example of an event. */
export interface TriggerCase {
	/** Beside the event. */
	readonly parameters: INodeParameters;
	/** Makes at the vendor what is there before the workflow is active. */
	readonly before?: (site: VendorSite) => Promise<unknown>;
	/** Makes the news. */
	readonly news: (site: VendorSite) => Promise<unknown>;
}

/** When the workflow was activated: later than anything in the sandbox, so that its news is the newest. */
export const ACTIVATED = Date.parse('2030-01-01T00:00:00Z');
const SOON = ACTIVATED + 60_000;
const soon = new Date(SOON).toISOString();

const sendLeads = (site: VendorSite) => site.run(upsert(), leadItems(2));

const genPage = {
	jobFinished: { parameters: {}, news: sendLeads },
	jobCompleted: {
		parameters: { jobs: 'credential', output: 'leads', workspaceId: byId(16), simplify: false },
		news: sendLeads,
	},
	jobFailed: {
		parameters: { jobs: 'ids', jobIds: '1234567890', options: { maxRetryWait: 60 } },
		before: (site) => uploadLeads(site, ['ada@x.example', 'bob@x.example'], 'fail'),
		news: sendLeads,
	},
} satisfies Record<string, TriggerCase>;

const madeActivity = (type: string) => (site: VendorSite) =>
	site.sandbox.geniziz.make('activities', [
		{ id: 'acti_news', type, note: 'News', date_created: soon },
	]);

const geniziz = {
	activityCreated: { parameters: { activityType: 'note' }, news: madeActivity('note') },
	leadCreated: {
		parameters: { leadFilters: { ownerId: SEED.user }, options: { wholeListHours: 0 } },
		news: (site) =>
			site.sandbox.geniziz.make('leads', [
				{ id: 'lead_news', name: 'News', owner_id: SEED.user, date_created: soon },
			]),
	},
	leadStatusChanged: { parameters: {}, news: madeActivity('status_change/lead') },
	leadUpdated: {
		parameters: {
			leadFilters: { statusId: byId(SEED.leadStatus) },
			options: { fields: ['id', 'name'], requestTimeout: 20 },
		},
		before: (site) => site.sandbox.geniziz.make('leads', [{ id: 'lead_news', name: 'Old' }]),
		news: (site) =>
			site.sandbox.geniziz.change('lead_news', {
				name: 'News',
				status_id: SEED.leadStatus,
				date_updated: soon,
			}),
	},
	opportunityCreated: {
		parameters: { opportunityFilters: { statusId: byId(SEED.opportunityStatus) } },
		news: (site) =>
			site.sandbox.geniziz.make('opportunities', [
				{ id: 'oppo_news', status_id: SEED.opportunityStatus, date_created: soon },
			]),
	},
	opportunityStatusChanged: { parameters: {}, news: madeActivity('status_change/opportunity') },
	opportunityUpdated: {
		parameters: { options: { otherFields: 'value' } },
		before: (site) => site.sandbox.geniziz.make('opportunities', [{ id: 'oppo_news', value: 100 }]),
		news: (site) => site.sandbox.geniziz.change('oppo_news', { value: 300 }),
	},
} satisfies Record<string, TriggerCase>;

const growthGenius = {
	contactUpdated: {
		parameters: {
			contactFilters: { values: [{ field: 'company_name', value: 'acme' }] },
			simplify: false,
		},
		news: (site) =>
			site.sandbox.growthGenius.contacts.make({
				createdAt: SOON,
				values: { company_name: 'Acme' },
			}),
	},
	messageUpdated: {
		parameters: { messageFilters: { values: [{ field: 'contact_id', value: '155715' }] } },
		news: (site) =>
			site.sandbox.growthGenius.messages.make({ createdAt: SOON, values: { contact_id: 155_715 } }),
	},
} satisfies Record<string, TriggerCase>;

const leadGenius = {
	campaignCompleted: {
		parameters: { campaignSlug: SLUG, output: 'recordIds', options: { allRecords: true } },
		before: uploadCompanies,
		news: (site) => site.sandbox.leadGenius.finalize(SLUG),
	},
	recordsFinalized: {
		parameters: { campaignSlug: SLUG, simplify: false },
		before: uploadCompanies,
		news: (site) => site.sandbox.leadGenius.finalize(SLUG),
	},
} satisfies Record<string, TriggerCase>;

const skarbe = {
	contactCreated: {
		parameters: { simplify: false, options: { requestTimeout: 20 } },
		news: (site) => site.sandbox.skarbe.contacts.make({ createdAt: SOON }),
	},
} satisfies Record<string, TriggerCase>;

/** By the vendor's type, then by the event. */
export const triggerCases: Readonly<Record<string, Readonly<Record<string, TriggerCase>>>> = {
	genPage,
	geniziz,
	growthGenius,
	leadGenius,
	skarbe,
};

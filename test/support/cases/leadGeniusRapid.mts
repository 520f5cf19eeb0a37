// An example of every operation of rapid enrichment, which is in LeadGenius's newer public documents.
import type { OperationCase, PreparedVendor, SpecialCase } from '../vendor.mts';

const API = '/api/v1';

/** Asks for two enrichments as somebody else; they get the IDs 501 and 502. */
async function makeRapid(site: PreparedVendor): Promise<void> {
	for (const email of ['ada@x.example', 'bob@x.example']) {
		const body = { type: 'contact', data: { contact_email: email } };
		await site.call('POST', `${API}/enrichment/rapid/`, body);
	}
}

/** The example of each operation, by 'resource.operation'. */
export const rapidEnrichmentCases: Readonly<Record<string, OperationCase | SpecialCase>> = {
	'rapidEnrichment.create': {
		parameters: {
			enrichmentType: '={{ $json.type }}',
			data: { contact_email: '={{ $json.email }}' },
		},
		items: [
			{ type: 'contact', email: 'ada@x.example' },
			{ type: 'contact', email: 'bob@x.example' },
		],
		bad: { item: { type: 'house' }, field: 'Enrichment Type' },
		request: {
			method: 'POST',
			path: `${API}/enrichment/rapid/`,
			body: { type: 'contact', data: { contact_email: 'ada@x.example' } },
		},
		output: { id: 501, enrichment_type: 'contact', status: 'ok' },
		refusedField: ['data', 'Known Data'],
	},
	'rapidEnrichment.createAndWait': {
		elsewhere: 'rapidEnrichment.test.mts: it asks until the request is done',
		parameters: {
			enrichmentType: '={{ $json.type }}',
			data: { contact_email: '={{ $json.email }}' },
		},
		items: [
			{ type: 'contact', email: 'ada@x.example' },
			{ type: 'contact', email: 'bob@x.example' },
		],
		bad: { item: { type: 'house' }, field: 'Enrichment Type' },
	},
	'rapidEnrichment.get': {
		parameters: { requestId: '={{ $json.id }}' },
		items: [{ id: 501 }, { id: 502 }],
		bad: { item: { id: '' }, field: 'Request ID' },
		request: { method: 'GET', path: `${API}/enrichment/rapid/501/` },
		output: { id: 501, status: 'ok', result: { contact_email: 'ada@x.example' } },
		// Newer documents answer the enriched record itself, without an ID.
		strict: { contact_email: 'ada@x.example' },
		prepare: makeRapid,
	},
	'rapidEnrichment.getAll': {
		parameters: {
			returnAll: false,
			limit: '={{ $json.limit }}',
			filters: {
				requestIds: '501',
				status: 'ok',
				enrichmentType: 'contact',
				createdFrom: '2022-01-02T00:00:00Z',
				createdTo: '2099-01-02T00:00:00Z',
			},
		},
		items: [{ limit: 1 }, { limit: 1 }],
		bad: { item: { limit: 0 }, field: 'Limit' },
		request: {
			method: 'GET',
			path: `${API}/enrichment/rapid/`,
			query: {
				id: '501',
				status: 'ok',
				enrichment_type: 'contact',
				created_from: '2022-01-02T00:00:00Z',
				created_to: '2099-01-02T00:00:00Z',
			},
		},
		output: { id: 501, enrichment_type: 'contact', status: 'ok' },
		refusedField: ['created_from', 'Created From'],
		prepare: makeRapid,
	},
	'rapidEnrichment.getStats': {
		request: { method: 'GET', path: `${API}/enrichment/rapid/stats/` },
		output: { total: 2, ok: 2, scheduled: 0 },
		prepare: makeRapid,
	},
};

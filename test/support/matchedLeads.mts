// Leads that a run of Lead > Create or Update writes, each item's as JSON.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useVendor, type RunMore } from './site.mts';
import { geniziz } from './vendors/geniziz.mts';

const LEADS = '/api/v1/lead/';

export const CONTINUE = { onError: 'continueRegularOutput' } as const;

/** The node's parameters: items say their lead, and by what it is matched if not by email. */
export function upsert(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'lead',
		operation: 'upsert',
		matchBy: '={{ $json.by ?? "email" }}',
		matchField: 'erp_id',
		dataMode: 'json',
		jsonBody: '={{ $json.lead }}',
		...more,
	};
}

/** A Geniziz, and leads that are written to it. */
export function useLeads() {
	const site = useVendor(geniziz);
	return {
		site,
		/** Writes leads, all matched in the same way. */
		run: async (leads: readonly IDataObject[], by?: string, more: RunMore = {}) =>
			await site.run(
				upsert(),
				leads.map((lead) => ({ lead, by })),
				more,
			),
		/** What the node has written: method, what of the path is the lead's own, and the body. */
		written: async () =>
			(await site.received())
				.filter(({ method }) => method !== 'GET')
				.map(({ method, path, body }) => [method, path.slice(LEADS.length, -1), body]),
		/** The leads that Geniziz has. */
		leadsThere: async () => (await site.sandbox.state()).geniziz.leads,
	};
}

/** A lead with one email. */
export function withEmail(email: string, more: IDataObject = {}): IDataObject {
	return { name: 'Acme Inc', emails: [{ email }], ...more };
}

/** What came of items. */
export function actionsOf(items: ReadonlyArray<{ json: IDataObject }>): unknown[] {
	return items.map(({ json }) => json.action);
}

// Lead > Create or Update as the tests run it.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import type { LogEntry } from '../../sandbox/client.mts';
import { API } from './cases/genPage.mts';
import { byId } from './results.mts';

/** Parameters that upload each item with all its fields. */
export function upsert(options: INodeParameters = {}, more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'lead',
		operation: 'upsert',
		workspaceId: byId(16),
		campaignId: byId(1),
		audienceId: byId(1),
		columns: { mappingMode: 'autoMapInputData', value: null },
		...more,
		options,
	};
}

/** So many items of leads that differ. */
export function leadItems(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, at) => ({ email: `lead-${at}@x.example` }));
}

const uploadShape = z.object({
	from: z.string(),
	campaign_id: z.number(),
	audience_id: z.number(),
	leads: z.array(z.object({ values: z.record(z.unknown()) })),
});

/** An upload as it reached the vendor. */
export type Upload = z.infer<typeof uploadShape>;

export const UPLOAD_PATH = `${API}/leads/upsert-leads`;
export const STATUS_PATH = `${API}/leads/get-status`;
export const LEADS_PATH = `${API}/leads/get-leads`;

/** The uploads among requests. */
export function uploadsIn(requests: readonly LogEntry[]): Upload[] {
	return requests
		.filter(({ path }) => path === UPLOAD_PATH)
		.map(({ body }) => uploadShape.parse(body));
}

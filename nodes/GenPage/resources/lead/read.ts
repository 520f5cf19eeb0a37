import type { IDataObject } from 'n8n-workflow';
import { recordsOf } from '../../../shared/lists/records';
import type { Client } from '../../../shared/transport/client';
import { flattened } from '../../../shared/values/flattened';
import { isRecord } from '../../../shared/values/records';

/** Where the leads that a job made are read. */
export const GET_LEADS = '/api/external/v1/leads/get-leads';

/**
 * The leads that a job made, as GenPage sends them (GenPage API documentation, "Get the leads that
 * were upserted by a job").
 *
 * @throws NodeApiError also when the answer holds no leads
 */
export async function fetchLeads(
	client: Client,
	jobId: string,
	workspaceId: number | undefined,
): Promise<IDataObject[]> {
	const query = { workspace_id: workspaceId, job_id: jobId };
	const answer = await client.send({ method: 'GET', path: GET_LEADS, query });
	return recordsOf(client, answer, ['leads'], 'leads');
}

/**
 * A lead for the output: simplified, its values stand beside its IDs, page URL first. A value that
 * has the name of an ID or of the page's address does not replace it.
 *
 * @param lead as get-leads sends it: IDs, and the values in `values`
 */
export function leadOutput(lead: IDataObject, simplify: boolean): IDataObject {
	if (!simplify || !isRecord(lead.values)) return lead;
	return flattened({ lead_id: null, genpage_url: null, ...lead }, 'values');
}

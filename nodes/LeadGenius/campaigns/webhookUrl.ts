import { NodeApiError } from 'n8n-workflow';
import type { Asker } from '../../shared/asker';
import { fillPath } from '../../shared/operations/path';
import { isRecord } from '../../shared/field';
import { fetchSample } from './sample';

/**
 * Where a campaign sends its notifications: '' for nowhere, undefined when LeadGenius does not
 * tell. Its sample of an upload is the only place in which it can (newer documents).
 *
 * @throws NodeApiError, but not when there is no such campaign or no such endpoint
 */
export async function webhookUrlOf(asker: Asker, slug: string): Promise<string | undefined> {
	const sample = await fetchSample(asker, slug).catch((error: unknown) => absent(error));
	if (!isRecord(sample) || !('webhook_url' in sample)) return undefined;
	return typeof sample.webhook_url === 'string' ? sample.webhook_url : '';
}

/** Tells a campaign where to send its notifications; '' for nowhere. @throws NodeApiError */
export async function setWebhookUrl(asker: Asker, slug: string, url: string): Promise<void> {
	const path = fillPath('/api/v1/enrichment/update/{slug}/', { slug });
	await asker.send({ method: 'PATCH', path, body: { webhook_url: url }, repeat: 'always' });
}

function absent(error: unknown): undefined {
	if (error instanceof NodeApiError && ['404', '405'].includes(error.httpCode ?? ''))
		return undefined;
	throw error;
}

import { NodeApiError } from 'n8n-workflow';
import type { Client } from '../../../shared/transport/client';
import { fillPath } from '../../../shared/transport/path';
import { isRecord } from '../../../shared/values/records';
import type { VendorAddress } from '../../../shared/webhooks/address';

/** A sample of an upload to a campaign, with the campaign's own fields (newer documents). @throws NodeApiError */
export async function fetchSample(client: Client, slug: string): Promise<unknown> {
	const path = fillPath('/api/v1/enrichment/upload/{slug}/', { slug });
	return await client.send({ method: 'GET', path });
}

/** Where a campaign sends its notifications. */
export function campaignAddress(client: Client, slug: string): VendorAddress {
	return {
		/** Its sample of an upload is the only place that may tell (newer documents). */
		async read() {
			const sample = await fetchSample(client, slug).catch((error: unknown) => absent(error));
			if (!isRecord(sample) || !('webhook_url' in sample)) return undefined;
			return typeof sample.webhook_url === 'string' ? sample.webhook_url : '';
		},
		async write(url) {
			const path = fillPath('/api/v1/enrichment/update/{slug}/', { slug });
			const body = { webhook_url: url };
			await client.send({ method: 'PATCH', path, body, repeat: 'always', answer: 'any' });
		},
	};
}

/** There is no such campaign, or no such endpoint. @throws any other error */
function absent(error: unknown): undefined {
	if (error instanceof NodeApiError && ['404', '405'].includes(error.httpCode ?? ''))
		return undefined;
	throw error;
}

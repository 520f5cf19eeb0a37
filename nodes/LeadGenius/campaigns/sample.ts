import type { Asker } from '../../shared/asker';
import { fillPath } from '../../shared/operations/path';

/** A sample of an upload to a campaign, with the campaign's own fields (newer documents). @throws NodeApiError */
export async function fetchSample(asker: Asker, slug: string): Promise<unknown> {
	const path = fillPath('/api/v1/enrichment/upload/{slug}/', { slug });
	return await asker.send({ method: 'GET', path });
}

import { options } from '../../../shared/form/options';
import { limitOf, many } from '../../../shared/form/returnAll';
import { simplify } from '../../../shared/form/simplify';
import { batch } from '../../../shared/operations/batch';
import { perItem } from '../../../shared/operations/perItem';
import type { Resource } from '../../../shared/run/operation';
import { campaignSlug } from '../campaign/fields';
import { batchSize, filters, uploadFields, uploadWebhookUrl } from './fields';
import { recordOutput, retrieve } from './retrieve';
import { uploadBody, uploading } from './upload';
import { uploadAndWait } from './wait/uploadAndWait';

/** LeadGenius API Docs, "Creating an API Campaign" and "Campaign Status". */
export const record: Resource = {
	value: 'record',
	name: 'Record',
	operations: [
		batch({
			...uploading,
			value: 'upload',
			name: 'Upload',
			action: 'Upload record',
			description: 'Send accounts, contacts or leads to be enriched, up to 200 in a request',
			fields: [...uploadFields, options(uploadWebhookUrl, batchSize)],
			body: (input, records) => uploadBody(input, records, input.options.webhookUrl),
			output: ({ answer, items, input }) => {
				const json = { slug: input.campaignSlug, records_sent: items.length, ...answer };
				return [{ json, items }];
			},
		}),
		uploadAndWait,
		perItem({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many records',
			description: 'Retrieve the records of a campaign, finalized or not',
			method: 'GET',
			path: '/api/v1/enrichment/retrieve/{campaignSlug}/',
			fields: [campaignSlug, ...many, filters, simplify, options()],
			work: async (input, client) => {
				const { recordIds: ids, ...times } = input.filters;
				const wanted = { ids, ...times };
				const records = await retrieve(client, input.campaignSlug, wanted, limitOf(input));
				return records.map((each) => recordOutput(each, input.simplify));
			},
		}),
	],
};

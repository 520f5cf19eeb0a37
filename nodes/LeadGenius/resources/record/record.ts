import { options, writeOptions } from '../../../shared/form/options';
import { limitOf, many } from '../../../shared/form/returnAll';
import { simplify } from '../../../shared/form/simplify';
import { batch } from '../../../shared/operations/batch';
import { perItem } from '../../../shared/operations/perItem';
import type { Resource } from '../../../shared/run/operation';
import { campaignSlug } from '../campaign/fields';
import { asksForUsage, stopIfUsageIsTooLow, withinUsage } from '../usage/enough';
import { batchSize, columns, filters, uploadFields, uploadWebhookUrl } from './fields';
import { asksForRecords, onlyMissing, skipRecordsInCampaign } from './present';
import { recordOutput, retrieve } from './retrieve';
import { recordEntry, uploadBody, uploading, uploadOutput } from './upload';
import { uploadAndWait } from './wait/uploadAndWait';

/** What is looked at before anything is sent. */
const careful = [stopIfUsageIsTooLow, skipRecordsInCampaign] as const;

/** The items whose records the campaign lacks, if the subscription has room for them. */
const sendable: typeof onlyMissing = async (run, info, entries) =>
	await withinUsage(run, info, await onlyMissing(run, info, entries));

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
			fields: [...uploadFields, writeOptions(uploadWebhookUrl, batchSize, ...careful)],
			body: (input, records) => uploadBody(input, records, input.options.webhookUrl),
			allow: sendable,
			asksFirst: (input) => [...asksForRecords(input), ...asksForUsage(input)],
			output: uploadOutput,
		}),
		batch({
			...uploading,
			value: 'uploadToCampaign',
			name: 'Upload to Campaign',
			action: 'Upload record to campaign',
			description:
				'Send records to a campaign that exists, which knows itself what to find out, up to 200 in a request',
			path: '/api/v1/enrichment/upload/{campaignSlug}/',
			fields: [campaignSlug, ...columns, writeOptions(batchSize, ...careful)],
			check: (input, { json }, match) => recordEntry(input, json, match),
			// What tells one campaign's batches from another's is in the path.
			body: (input, records) => ({ slug: input.campaignSlug, records }),
			allow: sendable,
			asksFirst: (input) => [...asksForRecords(input), ...asksForUsage(input)],
			output: uploadOutput,
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
			askLess: "fewer 'Record IDs' in Filters",
			work: async (input, client) => {
				const { recordIds: ids, ...times } = input.filters;
				const wanted = { ids, ...times };
				const records = await retrieve(client, input.campaignSlug, wanted, limitOf(input));
				return records.map((each) => recordOutput(each, input.simplify));
			},
		}),
	],
};

import { batch } from '../../shared/operations/batch';
import { many } from '../../shared/operations/list';
import { perItem } from '../../shared/operations/perItem';
import type { Resource } from '../../shared/operation';
import { collection, field } from '../../shared/field';
import { options } from '../../shared/options';
import { optionalMoment } from '../../shared/schema';
import { simplify } from '../../shared/simplify';
import { campaignSlug } from '../campaigns/fields';
import { batchSize, recordIds, uploadWebhookUrl } from '../records/fields';
import { retrieve } from '../records/retrieve';
import { shown } from '../records/shown';
import { campaignOf, uploadBody, uploadFields, uploading } from '../records/upload';
import { uploadAndWait } from '../wait/uploadAndWait';

const finalizedFrom = field(
	{
		displayName: 'Finalized From',
		name: 'finalizedFrom',
		type: 'dateTime',
		default: '',
		description: 'Only records that were finalized at this time or later',
	},
	optionalMoment,
);

const finalizedTo = field(
	{
		displayName: 'Finalized To',
		name: 'finalizedTo',
		type: 'dateTime',
		default: '',
		description: 'Only records that were finalized at this time or before',
	},
	optionalMoment,
);

const filters = collection({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
	recordIds,
	finalizedFrom,
	finalizedTo,
]);

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
			groupBy: (input) => [campaignOf(input), input.options.webhookUrl],
			body: (input, records) => uploadBody(input, records, input.options.webhookUrl),
			output: async ({ answer, call, input }) => {
				const json = {
					slug: input.campaignSlug,
					records_sent: call.items.length,
					...answer.answer,
				};
				return { records: [{ json, items: call.items }] };
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
			work: async (input, call) => {
				const { recordIds: ids, ...times } = input.filters;
				const limit = input.returnAll ? Number.POSITIVE_INFINITY : input.limit;
				const records = await retrieve(call, input.campaignSlug, { ids, ...times }, limit);
				return records.map((each) => shown(each, input.simplify));
			},
		}),
	],
};

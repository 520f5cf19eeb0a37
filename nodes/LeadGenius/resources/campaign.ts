import { collection, field } from '../../shared/field';
import { bodyFields } from '../../shared/body';
import { single } from '../../shared/operations/single';
import type { Resource } from '../../shared/operation';
import { onlySet } from '../../shared/onlySet';
import { options } from '../../shared/options';
import { optionalText, text } from '../../shared/schema';
import { campaignSlug } from '../campaigns/fields';
import { statusOf } from '../campaigns/status';
import { contactRules, contactsPerCompany } from '../campaigns/targeting';
import { webUrl } from '../campaigns/webUrl';
import { fieldsToReturn } from '../records/chooser';

const name = field(
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Fintech accounts, spring',
		description: 'What the campaign is called in Dashboard',
	},
	text,
);

const [columnsToReturn, otherColumns] = fieldsToReturn('columnsToReturn', 'otherColumns');

const webhookUrl = field(
	{
		displayName: 'Webhook URL',
		name: 'webhookUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/leadgenius',
		description: 'Where LeadGenius tells which records are finalized. Empty for nowhere.',
	},
	webUrl,
);

const precision = field(
	{
		displayName: 'Precision',
		name: 'precision',
		type: 'string',
		default: '',
		description: 'How exact the data is to be, as agreed with LeadGenius',
	},
	optionalText,
);

const further = collection(
	{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
	[precision, webhookUrl, contactsPerCompany, contactRules],
);

/** LeadGenius API Docs, "Campaign Status"; the other operations are in its newer documents. */
export const campaign: Resource = {
	value: 'campaign',
	name: 'Campaign',
	operations: [
		single({
			value: 'getStatus',
			name: 'Get Status',
			action: 'Get status of campaign',
			description: 'Retrieve how many records are uploaded and enriched, without the records',
			method: 'GET',
			path: '/api/v1/enrichment/retrieve/{campaignSlug}/',
			fields: [campaignSlug, options()],
			output: (answer, { campaignSlug: slug }) => statusOf(slug, answer),
		}),
		single({
			value: 'create',
			name: 'Create',
			action: 'Create campaign',
			description: 'Create a campaign that records can then be uploaded to',
			method: 'POST',
			path: '/api/v1/enrichment/campaigns/',
			fields: [
				...bodyFields(
					{ name: 'Fintech accounts', columns: ['org_website', 'contact_email'] },
					name,
					columnsToReturn,
					otherColumns,
					further,
				),
				options(),
			],
			body: (input) =>
				input.jsonBody ??
				onlySet({
					name: input.name,
					columns: [...new Set([...(input.columnsToReturn ?? []), ...(input.otherColumns ?? [])])],
					precision: input.additionalFields?.precision,
					webhook_url: input.additionalFields?.webhookUrl,
					contacts_per_company: input.additionalFields?.contactsPerCompany,
					contacts: input.additionalFields?.contacts.map(onlySet),
				}),
		}),
		single({
			value: 'getUploadSample',
			name: 'Get Upload Sample',
			action: 'Get upload sample of campaign',
			description: "Retrieve an example of an upload, with the names of the campaign's own fields",
			method: 'GET',
			path: '/api/v1/enrichment/upload/{campaignSlug}/',
			fields: [campaignSlug, options()],
		}),
		single({
			value: 'update',
			name: 'Update',
			action: 'Update campaign',
			description: 'Set where LeadGenius tells which records of a campaign are finalized',
			method: 'PATCH',
			path: '/api/v1/enrichment/update/{campaignSlug}/',
			fields: [campaignSlug, webhookUrl, options()],
			body: (input) => ({ webhook_url: input.webhookUrl ?? '' }),
			repeat: 'always',
		}),
	],
};

import { bodyFields } from '../../../shared/form/body';
import { collection, field, type InputOf } from '../../../shared/form/field';
import { options, writeOptions } from '../../../shared/form/options';
import { checked } from '../../../shared/form/schema';
import { requiredTextField } from '../../../shared/form/textField';
import { documented, undocumented } from '../../../shared/operations/answer';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { onlySet } from '../../../shared/values/records';
import { isBlank, quote } from '../../../shared/values/text';
import { fieldsToReturn } from '../record/fieldsToReturn';
import { campaignSlug, webhookUrl as webhookUrlField } from './fields';
import { statusOf } from './status';
import { companyFilters, contactRules, contactsPerCompany } from './targeting';
import { webhookChange, webhookChangeIssues } from './webhookChange';

const name = requiredTextField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Fintech accounts, spring',
	description: 'What the campaign is called in Dashboard',
});

const [columnsToReturn, otherColumns] = fieldsToReturn('columnsToReturn', 'otherColumns');

const webhookUrl = webhookUrlField(
	'Where LeadGenius tells which records are finalized. Empty for nowhere.',
);

const precision = field(
	{
		displayName: 'Precision',
		name: 'precision',
		type: 'options',
		default: 'true',
		options: [
			{ name: 'Checked by People', value: 'true' },
			{ name: 'Without Human Review', value: 'false', description: 'Done sooner' },
		],
		description: 'Whether people check what is found before a record is finalized',
	},
	checked<boolean | undefined>((value) => {
		if (isBlank(value)) return { ok: undefined };
		const word = String(value).trim().toLowerCase();
		if (word === 'true' || word === 'false') return { ok: word === 'true' };
		return { wrong: `must be true or false, not ${quote(value)}` };
	}),
);

const further = collection(
	{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add field' },
	[precision, webhookUrl, contactsPerCompany, contactRules, companyFilters],
);

/** Newer documents: an object of filters, of which only zip_code is named. */
function companiesOf(filters: InputOf<readonly [typeof companyFilters]>['companies']) {
	return filters && { ...filters.otherFilters, ...onlySet({ zip_code: filters.zipCodes }) };
}

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
			answer: documented(),
			output: (answer, { campaignSlug: slug }) => statusOf(slug, answer),
		}),
		single({
			value: 'create',
			name: 'Create',
			action: 'Create campaign',
			description: 'Create a campaign that records can then be uploaded to',
			method: 'POST',
			path: '/api/v1/enrichment/campaigns/',
			repeat: 'ifNotTaken',
			fields: [
				...bodyFields(
					{ name: 'Fintech accounts', columns: ['org_website', 'contact_email'] },
					name,
					columnsToReturn,
					otherColumns,
					further,
				),
				writeOptions(),
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
					companies: companiesOf(input.additionalFields?.companies),
				}),
			answer: documented(),
		}),
		single({
			value: 'getUploadSample',
			name: 'Get Upload Sample',
			action: 'Get upload sample of campaign',
			description: "Retrieve an example of an upload, with the names of the campaign's own fields",
			method: 'GET',
			path: '/api/v1/enrichment/upload/{campaignSlug}/',
			fields: [campaignSlug, options()],
			answer: documented(),
		}),
		single({
			value: 'update',
			name: 'Update',
			action: 'Update campaign',
			description: 'Set where LeadGenius tells which records of a campaign are finalized',
			method: 'PATCH',
			path: '/api/v1/enrichment/update/{campaignSlug}/',
			// Told twice, the campaign sends to the same address.
			repeat: 'always',
			fields: [campaignSlug, ...webhookChange, writeOptions()],
			check: (input) => webhookChangeIssues(input),
			// What is not set is cleared by name.
			body: (input) => ({ webhook_url: input.webhookUrl ?? '' }),
			answer: undocumented(),
		}),
	],
};

// Mailing exports, and the rendering of email templates.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { byId } from '../results.mts';
import type { OperationCase } from '../vendor.mts';
import { getCase, listCase, makes, SUCCESS, V1 } from './genizizMakers.mts';

const mailingExports = {
	path: `${V1}/mailing_export/`,
	id: 'mailingExportId',
	label: 'Mailing Export ID',
	prepare: makes('mailingExports', { platform: 'mailchimp' }),
};

/** The example of each of their operations, by 'resource.operation'. */
export const genizizOtherCases: Readonly<Record<string, OperationCase>> = {
	'mailingExport.create': {
		parameters: {
			platform: '={{ $json.platform }}',
			filters: '{"industry": "Software"}',
			config: '={{ { list_id: $json.list } }}',
		},
		items: [
			{ platform: 'mailchimp', list: 'a1' },
			{ platform: 'mailchimp', list: 'b2' },
		],
		bad: { item: { platform: '' }, field: 'Platform' },
		request: {
			method: 'POST',
			path: mailingExports.path,
			body: { platform: 'mailchimp', filters: { industry: 'Software' }, config: { list_id: 'a1' } },
		},
		output: { platform: 'mailchimp' },
		// "so the caller sees the match count immediately"
		strict: { match_count: 0 },
		undocumented: SUCCESS,
		refusedField: ['platform', 'Platform'],
	},
	'mailingExport.get': getCase(mailingExports),
	'mailingExport.getAll': listCase(mailingExports.path, mailingExports.prepare),
	'mailingExport.getPlatforms': listCase(
		`${mailingExports.path}platforms/`,
		undefined,
		{},
		'mailchimp',
	),
	'emailTemplate.render': {
		parameters: {
			emailTemplateId: SEED.emailTemplate,
			leadId: byId('={{ $json.lead }}'),
			contactId: SEED.contact,
		},
		items: [{ lead: SEED.lead }, { lead: SEED.lead }],
		request: {
			method: 'GET',
			path: `${V1}/email_template/${SEED.emailTemplate}/render/`,
			query: { lead_id: SEED.lead, contact_id: SEED.contact },
		},
		output: {},
		// The document does not say in what form a template comes back.
		undocumented: SUCCESS,
		refusedField: ['lead_id', 'Lead'],
	},
};

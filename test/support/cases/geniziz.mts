// An example of every Geniziz operation. Resources that follow the same pattern share their makers,
// as they do in the node.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import type { OperationCase, SpecialCase } from '../vendor.mts';
import { genizizActivityCases } from './genizizActivity.mts';
import { genizizLeadCases } from './genizizLead.mts';
import { listCase, makes, openCase, openCrudCases, V1 } from './genizizMakers.mts';
import { genizizOtherCases } from './genizizOther.mts';

const contact = { contact_id: SEED.contact };

const plain = [
	openCrudCases(
		'emailTemplate',
		{
			path: `${V1}/email_template/`,
			id: 'emailTemplateId',
			label: 'Email Template ID',
			prepare: makes('emailTemplates', { name: 'Made' }),
		},
		'name',
	),
	openCrudCases(
		'sequenceSubscription',
		{
			path: `${V1}/sequence_subscription/`,
			id: 'sequenceSubscriptionId',
			label: 'Sequence Subscription ID',
			prepare: makes('sequenceSubscriptions', contact),
		},
		'sequence_id',
	),
	openCrudCases(
		'connectedAccount',
		{
			path: `${V1}/connected_account/`,
			id: 'connectedAccountId',
			label: 'Connected Account ID',
			prepare: makes('connectedAccounts', { name: 'Made' }),
		},
		'name',
	),
	openCrudCases(
		'customObjectType',
		{
			path: `${V1}/custom_object_type/`,
			id: 'customObjectTypeId',
			label: 'Custom Object Type ID',
			prepare: makes('customObjectTypes', { name: 'Made' }),
		},
		'name',
	),
	openCrudCases(
		'leadStatus',
		{
			path: `${V1}/status/lead/`,
			id: 'leadStatusId',
			label: 'Status',
			chosen: true,
			prepare: makes('leadStatuses', { label: 'Made' }),
		},
		'label',
	),
	openCrudCases(
		'opportunityStatus',
		{
			path: `${V1}/status/opportunity/`,
			id: 'opportunityStatusId',
			label: 'Status',
			chosen: true,
			prepare: makes('opportunityStatuses', { label: 'Made' }),
		},
		'label',
	),
];

/** The reports by operation, and the ends of their paths. */
const REPORTS = {
	activity: 'activity',
	funnel: 'funnel',
	callsFunnel: 'calls_funnel',
	opportunityFunnels: 'opportunity_funnels',
	sales: 'sales',
	leadStatusChanges: 'status_change/lead',
	opportunityStatusChanges: 'status_change/opportunity',
	sentEmails: 'sent_emails',
};

const reports = Object.entries(REPORTS).map(([operation, path]): [string, OperationCase] => [
	`report.${operation}`,
	{
		...openCase({ method: 'POST', path: `${V1}/report/${path}/` }, 'date_start', {}),
		items: [{ value: '2026-01-01' }, { value: '2026-02-01' }],
		request: {
			method: 'POST',
			path: `${V1}/report/${path}/`,
			body: { date_start: '2026-01-01' },
		},
		// A report is its answer.
		strict: {},
	},
]);

/** The example of each operation, by 'resource.operation'. */
export const genizizCases: Readonly<Record<string, OperationCase | SpecialCase>> = {
	...genizizLeadCases,
	...genizizActivityCases,
	...genizizOtherCases,
	...Object.fromEntries(plain.flatMap((cases) => Object.entries(cases))),
	...Object.fromEntries(reports),
	'report.getActivityMetrics': listCase(`${V1}/report/activity/`, undefined, {}, 'notes'),
	'user.getCurrent': {
		request: { method: 'GET', path: `${V1}/me/` },
		output: { id: SEED.user },
	},
};

import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { list } from '../../../shared/operations/list';
import { single } from '../../../shared/operations/single';
import type { Operation, Resource } from '../../../shared/run/operation';
import { anyFields } from '../body';
import { reading } from '../reading';

const path = '/api/v1/report/';
const metrics = reading();

/**
 * A report is asked for with a body, of which the document shows nothing, and changes nothing: it may
 * be asked for again.
 */
function reportOf(value: string, name: string, endpoint: string, description: string): Operation {
	const { fields, body, answer } = anyFields(undefined);
	return single({
		value,
		name: `Get ${name}`,
		action: `Get ${name.toLowerCase()} report`,
		description,
		method: 'POST',
		path: `${path}${endpoint}/`,
		repeat: 'always',
		fields: [...fields, options()],
		body,
		answer,
	});
}

/** Geniziz REST API, "Report". */
export const report: Resource = {
	value: 'report',
	name: 'Report',
	operations: [
		reportOf(
			'activity',
			'Activity',
			'activity',
			'Retrieve activity metrics of each user for a period',
		),
		list({
			value: 'getActivityMetrics',
			name: 'Get Activity Metrics',
			action: 'Get many activity metrics',
			description: 'Retrieve the metrics that an activity report can hold',
			method: 'GET',
			path: `${path}activity/`,
			fields: [...many, options(...metrics.options)],
			query: metrics.query,
			askLess: metrics.askLess,
			records: metrics.records,
			paging: metrics.paging,
		}),
		reportOf(
			'callsFunnel',
			'Calls Funnel',
			'calls_funnel',
			'Retrieve call volume, outcomes and the connect funnel',
		),
		reportOf(
			'funnel',
			'Funnel',
			'funnel',
			'Retrieve pipeline totals by status, and what was won in the period',
		),
		reportOf(
			'leadStatusChanges',
			'Lead Status Changes',
			'status_change/lead',
			'Retrieve how leads changed their status',
		),
		reportOf(
			'opportunityFunnels',
			'Opportunity Funnels',
			'opportunity_funnels',
			'Retrieve the stage funnel of each pipeline',
		),
		reportOf(
			'opportunityStatusChanges',
			'Opportunity Status Changes',
			'status_change/opportunity',
			'Retrieve how opportunities changed their status',
		),
		reportOf(
			'sales',
			'Sales',
			'sales',
			'Retrieve won revenue, conversion, forecast, leaderboard and workflow performance in one',
		),
		reportOf(
			'sentEmails',
			'Sent Emails',
			'sent_emails',
			'Retrieve how each email template performs',
		),
	],
};

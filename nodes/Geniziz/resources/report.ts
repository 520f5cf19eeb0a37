import type { Operation, Resource } from '../../shared/operation';
import { manyOf } from '../../shared/operations/crud';
import { single } from '../../shared/operations/single';
import { open } from '../open';
import { thing } from '../thing';
import { limitGroup } from '../vendor';

const path = '/api/v1/report/';

/** A report is asked for with a body, and changes nothing: it may be asked for again. */
function asked(value: string, name: string, endpoint: string, description: string): Operation {
	return single({
		value,
		name: `Get ${name}`,
		action: `Get ${name.toLowerCase()} report`,
		description,
		method: 'POST',
		path: `${path}${endpoint}/`,
		...open({ period: 'this_month' }),
		repeat: 'always',
		limitGroup: limitGroup(path),
	});
}

/** Geniziz REST API, "Report". */
export const report: Resource = {
	value: 'report',
	name: 'Report',
	operations: [
		asked(
			'activity',
			'Activity',
			'activity',
			'Retrieve activity metrics of each user for a period',
		),
		manyOf(thing({ several: 'activity metrics', path: `${path}activity/` }), {
			value: 'getActivityMetrics',
			name: 'Get Activity Metrics',
			description: 'Retrieve the metrics that an activity report can hold',
		}),
		asked(
			'callsFunnel',
			'Calls Funnel',
			'calls_funnel',
			'Retrieve call volume, outcomes and the connect funnel',
		),
		asked(
			'funnel',
			'Funnel',
			'funnel',
			'Retrieve pipeline totals by status, and what was won in the period',
		),
		asked(
			'leadStatusChanges',
			'Lead Status Changes',
			'status_change/lead',
			'Retrieve how leads changed their status',
		),
		asked(
			'opportunityFunnels',
			'Opportunity Funnels',
			'opportunity_funnels',
			'Retrieve the stage funnel of each pipeline',
		),
		asked(
			'opportunityStatusChanges',
			'Opportunity Status Changes',
			'status_change/opportunity',
			'Retrieve how opportunities changed their status',
		),
		asked(
			'sales',
			'Sales',
			'sales',
			'Retrieve won revenue, conversion, forecast, leaderboard and workflow performance in one',
		),
		asked('sentEmails', 'Sent Emails', 'sent_emails', 'Retrieve how each email template performs'),
	],
};

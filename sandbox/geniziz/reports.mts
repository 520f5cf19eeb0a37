// Report: counts over the workspace's own records. The shapes of the answers are assumed.
import type { VendorAnswer } from '../vendor.mts';
import { listed, textOf } from './call.mts';
import type { Call, Values } from './call.mts';
import { isWon } from './opportunities.mts';
import { periodOf } from './period.mts';
import type { Period } from './period.mts';
import type { CollectionName, Stored } from './shapes.mts';
import { grouped, totalOf } from './totals.mts';

const isOf =
	(type: string, status?: string) =>
	(activity: Stored): boolean =>
		activity.type === type && (status === undefined || activity.status === status);

const METRICS: readonly { id: string; label: string; counts: (activity: Stored) => boolean }[] = [
	{ id: 'notes', label: 'Notes', counts: isOf('note') },
	{ id: 'calls', label: 'Calls', counts: isOf('call') },
	{ id: 'meetings', label: 'Meetings', counts: isOf('meeting') },
	{ id: 'channel_messages', label: 'Channel messages', counts: isOf('channel_message') },
	{ id: 'emails_sent', label: 'Emails sent', counts: isOf('email', 'sent') },
	{ id: 'sms_sent', label: 'SMS sent', counts: isOf('sms', 'sent') },
	{ id: 'tasks_completed', label: 'Tasks completed', counts: isOf('task_completed') },
	{ id: 'leads_created', label: 'Leads created', counts: isOf('created') },
];

/** GET /report/activity/: "the metrics catalog". */
export function listMetrics(call: Call): VendorAnswer {
	return listed(
		call,
		METRICS.map(({ id, label }) => ({ id, label })),
	);
}

/** POST /report/activity/: "per-user activity metrics for a period". */
export function activityReport(call: Call): VendorAnswer {
	const period = periodOf(call);
	const activities = within(call, 'activities', period);
	const data = recordsOf(call, 'users').map(({ id }) => {
		const own = activities.filter(({ user_id }) => user_id === id);
		const counts = METRICS.map((metric): [string, number] => [
			metric.id,
			own.filter(metric.counts).length,
		]);
		return { user_id: id, metrics: Object.fromEntries<number>(counts) };
	});
	return report(period, { data });
}

/** POST /report/funnel/: "pipeline totals by status (+ won in period)". */
export function funnelReport(call: Call): VendorAnswer {
	const period = periodOf(call);
	const data = stagesOf(call, recordsOf(call, 'opportunityStatuses'));
	return report(period, { data, won: totalOf(wonIn(call, period)) });
}

/** POST /report/calls_funnel/: "call volume, outcomes, and connect funnel". */
export function callsReport(call: Call): VendorAnswer {
	const period = periodOf(call);
	const calls = within(call, 'activities', period).filter(isOf('call'));
	const outcomes = grouped(calls, (each) => textOf(each, 'outcome') ?? 'none');
	const connected = calls.filter(({ duration }) => typeof duration === 'number' && duration > 0);
	return report(period, {
		total: calls.length,
		outcomes: Object.fromEntries([...outcomes].map(([outcome, { length }]) => [outcome, length])),
		funnel: [
			{ stage: 'dialed', count: calls.length },
			{ stage: 'connected', count: connected.length },
		],
	});
}

/** POST /report/opportunity_funnels/: "stage funnel per pipeline". */
export function pipelinesReport(call: Call): VendorAnswer {
	const pipelines = grouped(recordsOf(call, 'opportunityStatuses'), (status) =>
		textOf(status, 'pipeline_id'),
	);
	const data = [...pipelines].map(([pipeline_id, statuses]) => ({
		pipeline_id,
		stages: stagesOf(call, statuses),
	}));
	return report(periodOf(call), { data });
}

/** POST /report/status_change/lead/ and /report/status_change/opportunity/ */
export function statusChangeReport(call: Call, kind: 'lead' | 'opportunity'): VendorAnswer {
	const period = periodOf(call);
	return report(period, { data: changesIn(call, kind, period) });
}

/** POST /report/sent_emails/: "per-template performance". */
export function sentEmailsReport(call: Call): VendorAnswer {
	const period = periodOf(call);
	const sent = within(call, 'activities', period, 'date_sent').filter(isOf('email', 'sent'));
	const templates = grouped(sent, (email) => textOf(email, 'template_id'));
	const data = [...templates].map(([template_id, emails]) => ({
		template_id,
		sent: emails.length,
	}));
	return report(period, { data });
}

/** How often a status became another one. */
export function changesIn(call: Call, kind: 'lead' | 'opportunity', period: Period): Values[] {
	const changes = within(call, 'activities', period).filter(isOf(`status_change/${kind}`));
	const pairs = grouped(changes, (change) =>
		[String(change.old_status_id), String(change.new_status_id)].join(' '),
	);
	return [...pairs].map(([pair, { length }]) => {
		const [old_status_id, new_status_id] = pair.split(' ');
		return { old_status_id, new_status_id, count: length };
	});
}

/** The opportunities that were won in a period. */
export function wonIn(call: Call, period: Period): Stored[] {
	const { workspace } = call.caller;
	const won = within(call, 'opportunities', period, 'date_won');
	return won.filter((opportunity) => isWon(opportunity, workspace));
}

/** An answer with its period in front. */
export function report(period: Period, values: Values): VendorAnswer {
	return { status: 200, body: { ...period.shown, ...values } };
}

function stagesOf(call: Call, statuses: readonly Stored[]): Values[] {
	const opportunities = grouped(recordsOf(call, 'opportunities'), ({ status_id }) => status_id);
	return statuses.map(({ id, label }) => ({
		status_id: id,
		label,
		...totalOf(opportunities.get(id) ?? []),
	}));
}

function recordsOf({ caller }: Call, name: CollectionName): Stored[] {
	return caller.workspace.collections[name].all;
}

function within(
	call: Call,
	name: CollectionName,
	period: Period,
	field = 'date_created',
): Stored[] {
	return recordsOf(call, name).filter((record) => period.has(record, field));
}

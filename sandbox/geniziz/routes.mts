// The endpoints of "The Geniziz REST API", by their path below /api/v1/.
import { LISTED_TYPES, WRITABLE_TYPES, activityOf, listActivities } from './activities.mts';
import { read } from './call.mts';
import type { Call, Handler } from './call.mts';
import {
	addMessage,
	conversation,
	hideConversation,
	restoreConversation,
} from './conversations.mts';
import { lead, mergeLeads, move } from './leads.mts';
import { listPlatforms, mailingExport } from './mailingExports.mts';
import { createLineItem, listLineItems, opportunity, removeLineItem } from './opportunities.mts';
import {
	connectedAccount,
	customObjectType,
	leadStatus,
	opportunityStatus,
	sequenceSubscription,
} from './plain.mts';
import { notFound } from './refusal.mts';
import {
	activityReport,
	callsReport,
	funnelReport,
	listMetrics,
	pipelinesReport,
	sentEmailsReport,
	statusChangeReport,
} from './reports.mts';
import { endpointsOf } from './resource.mts';
import type { Resource } from './resource.mts';
import { salesReport } from './salesReport.mts';
import { emailTemplate, renderTemplate } from './templates.mts';

/** The handlers of one path by their method. */
export type Methods = Readonly<Record<string, Handler>>;

/** A path with the ids in it left open. Those with fewer ids come first. */
type Route = readonly [path: string, methods: Methods];

const ROUTES: readonly Route[] = [
	['me/', { GET: readMe }],
	['activity/', { GET: listActivities }],
	...WRITABLE_TYPES.flatMap((type) => plain(`activity/${type}/`, activityOf(type))),
	...LISTED_TYPES.map(
		(type): Route => [`activity/${type}/`, { GET: endpointsOf(activityOf(type)).list }],
	),
	...readable('activity/emailthread/', activityOf('emailthread')),
	...plain('connected_account/', connectedAccount),
	...plain('conversation/', conversation, { DELETE: hideConversation }),
	['conversation/:id/restore/', { POST: restoreConversation }],
	['conversation/:id/message/', { POST: addMessage }],
	...plain('custom_object_type/', customObjectType),
	...plain('email_template/', emailTemplate),
	['email_template/:id/render/', { GET: renderTemplate }],
	['lead/merge/', { POST: mergeLeads }],
	...plain('lead/', lead),
	['lead/:id/move/', { POST: move }],
	['mailing_export/platforms/', { GET: listPlatforms }],
	...readable('mailing_export/', mailingExport, { POST: endpointsOf(mailingExport).create }),
	...plain('opportunity/', opportunity),
	['opportunity/:id/line_item/', { GET: listLineItems, POST: createLineItem }],
	['opportunity/:id/line_item/:id/', { DELETE: removeLineItem }],
	['report/activity/', { GET: listMetrics, POST: activityReport }],
	['report/funnel/', { POST: funnelReport }],
	['report/calls_funnel/', { POST: callsReport }],
	['report/opportunity_funnels/', { POST: pipelinesReport }],
	['report/sales/', { POST: salesReport }],
	['report/status_change/lead/', { POST: (call) => statusChangeReport(call, 'lead') }],
	[
		'report/status_change/opportunity/',
		{ POST: (call) => statusChangeReport(call, 'opportunity') },
	],
	['report/sent_emails/', { POST: sentEmailsReport }],
	...plain('sequence_subscription/', sequenceSubscription),
	...plain('status/lead/', leadStatus),
	...plain('status/opportunity/', opportunityStatus),
];

const MATCHERS = ROUTES.map(([path, methods]) => ({
	form: new RegExp(`^${path.replaceAll(':id', '([\\w-]+)')}$`),
	methods,
}));

/** What a path leads to. */
export interface Found {
	readonly methods: Methods;
	readonly id: string;
	readonly itemId: string;
}

/** The route of a path, with the ids in it. Every path ends in a slash. */
export function findRoute(path: string): Found | undefined {
	for (const { form, methods } of MATCHERS) {
		const match = form.exec(path);
		if (match !== null) return { methods, id: match[1] ?? '', itemId: match[2] ?? '' };
	}
	return undefined;
}

/** All five endpoints of a resource, or others in place of some. */
function plain(path: string, resource: Resource, others: Methods = {}): Route[] {
	const { list, create, get, update, remove } = endpointsOf(resource);
	return [
		[path, { GET: list, POST: create }],
		[`${path}:id/`, { GET: get, PUT: update, DELETE: remove, ...others }],
	];
}

/** A resource that can be listed and read, and more of its list where it is said. */
function readable(path: string, resource: Resource, more: Methods = {}): Route[] {
	const { list, get } = endpointsOf(resource);
	return [
		[path, { GET: list, ...more }],
		[`${path}:id/`, { GET: get }],
	];
}

/** GET /me/ */
function readMe(call: Call) {
	const { workspace, userId } = call.caller;
	const user = workspace.collections.users.get(userId);
	if (user === undefined) throw notFound('User');
	return read(call, user);
}

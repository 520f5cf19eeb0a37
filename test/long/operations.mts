// The operations that are run all the time, each as a workflow that is called.
import type { Workflow } from '../../host/workflow.mts';
import { node } from '../e2e/support/chain.mts';
import { TARGET } from '../e2e/support/pages.mts';
import { byId } from '../support/results.mts';
import { callableWorkflow, type Answering } from './callable.mts';
import type { Sink } from './sink.mts';
import { IMPATIENT } from './triggers.mts';

/** What a node of a vendor does. */
interface Operation {
	readonly type: string;
	readonly parameters: object;
	readonly options?: object;
	readonly answering?: Answering;
}

const columns = { mappingMode: 'autoMapInputData', value: null };
const one = { returnAll: false, limit: 50 };

/** By the names that they are called by. */
const OPERATIONS = {
	'lead-create': {
		type: 'geniziz',
		parameters: { resource: 'lead', operation: 'create', name: '={{ $json.name }}' },
	},
	'lead-update': {
		type: 'geniziz',
		parameters: {
			resource: 'lead',
			operation: 'update',
			leadId: byId('={{ $json.id }}'),
			updateFields: { url: 'https://changed.example' },
		},
	},
	'lead-many': {
		type: 'geniziz',
		parameters: { resource: 'lead', operation: 'getAll', ...one },
	},
	'lead-delete': {
		type: 'geniziz',
		parameters: { resource: 'lead', operation: 'delete', leadId: byId('={{ $json.id }}') },
	},
	'contact-create': {
		type: 'growthGenius',
		parameters: {
			resource: 'contact',
			operation: 'create',
			firstName: '={{ $json.name }}',
			lastName: 'Long',
			email: '={{ $json.name }}@x.example',
			companyName: 'Acme',
		},
	},
	'contact-many': {
		type: 'growthGenius',
		parameters: {
			resource: 'contact',
			operation: 'getAll',
			filters: { from: '={{ $now.minus(60000).toISO() }}', to: '={{ $now.toISO() }}' },
			...one,
		},
	},
	'skarbe-create': {
		type: 'skarbe',
		parameters: {
			resource: 'contact',
			operation: 'create',
			email: '={{ $json.name }}@x.example',
			firstName: '={{ $json.name }}',
			lastName: 'Long',
		},
	},
	'skarbe-many': {
		type: 'skarbe',
		parameters: { resource: 'contact', operation: 'getAll', query: 'John', ...one },
	},
	'pages-upsert': {
		type: 'genPage',
		parameters: { ...TARGET, resource: 'lead', operation: 'upsert', from: 'Long', columns },
		options: { batchSize: 20 },
	},
	'pages-wait': {
		type: 'genPage',
		parameters: { ...TARGET, resource: 'lead', operation: 'upsert', from: 'Long', columns },
		options: { batchSize: 20, waitForCompletion: true },
	},
	'records-upload': {
		type: 'leadGenius',
		parameters: {
			resource: 'record',
			operation: 'upload',
			campaignSlug: 'load',
			fields: ['org_city'],
			columns,
		},
		options: { batchSize: 25 },
	},
	'records-many': {
		type: 'leadGenius',
		parameters: {
			resource: 'record',
			operation: 'getAll',
			campaignSlug: 'load',
			...one,
		},
	},
	'records-wait': {
		type: 'leadGenius',
		answering: 'onReceived',
		parameters: {
			resource: 'record',
			operation: 'uploadAndWait',
			campaignSlug: "={{ 'wait-' + $('Webhook').first().json.body.items[0].turn }}",
			fields: ['org_city'],
			columns: {
				mappingMode: 'defineBelow',
				value: {
					org_record_id: '={{ $json.org_record_id }}',
					org_website: '={{ $json.org_website }}',
				},
			},
		},
		options: { allowPrivateAddress: true },
	},
} as const satisfies Record<string, Operation>;

/** Those that are stopped on their way have workflows of their own. */
export const STOPPED = { pages: 'pages-stopped', records: 'records-stopped' } as const;

/** Where Upload and Wait puts out what it has. */
export const WAITED = 'waited';

const WAITED_KEY =
	"[$('Webhook').first().json.body.items[0].turn, item.json.error ? null : item.json.org_record_id]";

/** All of them as workflows. A bad item goes on as an item of what went wrong. */
export function operationWorkflows(sink: Sink): Workflow[] {
	const all = {
		...OPERATIONS,
		[STOPPED.pages]: OPERATIONS['pages-wait'],
		[STOPPED.records]: OPERATIONS['records-wait'],
	};
	return Object.entries<Operation>(all).map(([name, operation]) => {
		const { type, parameters, options, answering } = operation;
		const its = { ...parameters, options: { ...IMPATIENT, ...options } };
		const measured = node('Operation', `n8n-nodes-outbound.${type}`, 2, its);
		const goesOn = { ...measured, onError: 'continueRegularOutput' };
		const waited = name === 'records-wait' ? [sink.node(WAITED, 3, WAITED_KEY)] : [];
		return callableWorkflow(name, answering ?? 'lastNode', [goesOn, ...waited]);
	});
}

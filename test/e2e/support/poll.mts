import type { Workflow } from '../../../host/workflow.mts';
import { GENIZIZ_SEED as SEED, type SandboxProcess } from '../../../sandbox/client.mts';

/** n8n polls by its scheduler, instead of by timers. */
export const SCHEDULER = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
};

/** The same, and what a poll has seen is stored at once. */
export const CURSORS = { ...SCHEDULER, N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true' };

/** The ways in which n8n polls. */
export const WAYS: Array<[way: string, env: Record<string, string>]> = [
	['by timers', {}],
	['by the scheduler', SCHEDULER],
	['by the scheduler, with durable cursors', CURSORS],
];

/** n8n refuses an expression for it, but takes each of the seconds by itself. */
export const EVERY_FIVE_SECONDS = {
	item: Array.from({ length: 12 }, (_, at) => ({
		mode: 'custom',
		cronExpression: `${at * 5} * * * * *`,
	})),
};

/** A trigger that asks every minute, unless the parameters say otherwise, with a node behind it. */
export function pollWorkflow(type: string, parameters: object): Workflow {
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	return {
		name: type,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				name: 'Trigger',
				type: `n8n-nodes-outbound.${type}`,
				typeVersion: 1,
				position: [0, 0],
				parameters: { pollTimes, ...parameters },
			},
			{
				name: 'After',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [220, 0],
				parameters: {},
			},
		],
		connections: { Trigger: { main: [[{ node: 'After', type: 'main', index: 0 }]] } },
	};
}

/** A trigger that polls, and how it gets something to tell. */
export interface Watched {
	readonly type: string;
	readonly event: string;
	/** What it asks for. */
	readonly path: string;
	/** Makes a piece of news that is known by its name. */
	readonly make: (sandbox: SandboxProcess, name: string) => Promise<unknown>;
	/** Where an output item has the name. */
	readonly key: string;
}

/** Those that watch a list for news. */
export const TRIGGERS: readonly Watched[] = [
	{
		type: 'genizizTrigger',
		event: 'leadCreated',
		path: '/api/v1/lead/',
		make: async ({ geniziz }, name) => await geniziz.make('leads', [{ name }]),
		key: 'name',
	},
	{
		type: 'genizizTrigger',
		event: 'opportunityUpdated',
		path: '/api/v1/opportunity/',
		make: async ({ geniziz }, note) => await geniziz.change(SEED.opportunity, { note }),
		key: 'note',
	},
	{
		type: 'growthGeniusTrigger',
		event: 'contactUpdated',
		path: '/integrations/v1/contacts',
		make: async ({ growthGenius }, name) =>
			await growthGenius.contacts.make({ values: { first_name: name } }),
		key: 'first_name',
	},
	{
		type: 'growthGeniusTrigger',
		event: 'messageUpdated',
		path: '/integrations/v1/messages',
		make: async ({ growthGenius }, copy) =>
			await growthGenius.messages.make({ values: { rendered_copy: copy } }),
		key: 'rendered_copy',
	},
	{
		type: 'skarbeTrigger',
		event: 'contactCreated',
		path: '/api/connect/contacts',
		make: async ({ skarbe }, firstName) => await skarbe.contacts.make({ values: { firstName } }),
		key: 'firstName',
	},
];

import type { Workflow } from '../../../host/workflow.mts';

const SCHEDULER = { N8N_SCHEDULER_ENABLED: 'true', N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true' };

/** The ways in which n8n polls, and the variables that choose them. */
export const WAYS: Array<[way: string, env: Record<string, string>]> = [
	['by timers', {}],
	['by the scheduler', SCHEDULER],
	[
		'by the scheduler, with durable cursors',
		{ ...SCHEDULER, N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true' },
	],
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

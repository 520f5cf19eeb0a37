// The control endpoints under /__sandbox. Tests and benches steer the sandbox through them.
import type { FastifyInstance } from 'fastify';
import { settingsSchema } from '../settings.mts';
import type { SettingsChange } from '../settings.mts';
import type { FaultList } from './faultList.mts';
import type { ForeignHost } from './foreignHost.mts';
import { overviewOf } from './overview.mts';
import type { RequestLog } from './requestLog.mts';
import { faultRuleSchema } from './rules.mts';
import type { SandboxState } from './shapes.mts';
import { STATUS_PAGE } from './statusPage.mts';

/** Where the control endpoints live. */
export const CONTROL_PREFIX = '/__sandbox';

/** What the control endpoints steer. */
export interface Controlled {
	readonly log: RequestLog;
	readonly faults: FaultList;
	readonly foreign: ForeignHost;
	/** Everything back to the seed data and the settings of the start, but for the change. */
	reset(change: SettingsChange): void;
	state(): SandboxState;
}

/** Adds the control endpoints to the server. Bodies arrive as parsed JSON, raw text or null. */
export function addControlRoutes(app: FastifyInstance, controlled: Controlled): void {
	app.post(`${CONTROL_PREFIX}/reset`, (request, reply) => {
		const change = settingsSchema.safeParse(request.body ?? {});
		if (!change.success) return reply.code(400).send(refusal('settings', change.error));
		controlled.reset(change.data);
		return reply.send({ ok: true });
	});
	app.post(`${CONTROL_PREFIX}/faults`, (request, reply) => {
		const rule = faultRuleSchema.safeParse(request.body);
		if (!rule.success) return reply.code(400).send(refusal('fault rule', rule.error));
		controlled.faults.add(rule.data);
		return reply.send({ ok: true, rule: rule.data });
	});
	app.get<{ Querystring: { summary?: string } }>(`${CONTROL_PREFIX}/requests`, (request) =>
		request.query.summary === undefined ? controlled.log.entries : controlled.log.summary(),
	);
	app.get(`${CONTROL_PREFIX}/foreign`, () => controlled.foreign.requests);
	app.get(`${CONTROL_PREFIX}/state`, () => controlled.state());
	app.get(`${CONTROL_PREFIX}/overview`, () =>
		overviewOf(controlled.log.entries, controlled.state()),
	);
	app.get(`${CONTROL_PREFIX}/status`, (_request, reply) =>
		reply.type('text/html; charset=utf-8').send(STATUS_PAGE),
	);
	app.all(`${CONTROL_PREFIX}/*`, (request, reply) =>
		reply.code(404).send({ message: `No control endpoint ${request.method} ${request.url}.` }),
	);
}

interface Issues {
	readonly issues: readonly { path: readonly (string | number)[]; message: string }[];
}

/** The answer to a body that is not what an endpoint takes. */
export function refusal(what: string, { issues }: Issues): { message: string } {
	const reasons = issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
	return { message: `This is no ${what}. ${reasons.join('; ')}` };
}

// One server for all vendors: their paths do not collide, so each answers at the root.
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { Capacity } from './control/capacity.mts';
import { FaultList } from './control/faultList.mts';
import { ForeignHost } from './control/foreignHost.mts';
import { handle } from './control/pipeline.mts';
import { RequestLog } from './control/requestLog.mts';
import { addControlRoutes } from './control/routes.mts';
import { createGenPage } from './genPage/vendor.mts';
import { addGenizizControls } from './geniziz/control.mts';
import { createGeniziz } from './geniziz/vendor.mts';
import { addGrowthGeniusControls } from './growthGenius/control.mts';
import { createGrowthGenius } from './growthGenius/vendor.mts';
import { addLeadGeniusControls } from './leadGenius/control.mts';
import { createLeadGenius } from './leadGenius/vendor.mts';
import { DEFAULT_SETTINGS, withChange } from './settings.mts';
import type { SettingsChange } from './settings.mts';
import { addSkarbeControls } from './skarbe/control.mts';
import { createSkarbe } from './skarbe/vendor.mts';

/** The port of a sandbox that was not told another. */
export const DEFAULT_PORT = 4010;

const BODY_LIMIT_BYTES = 50 * 1024 * 1024;

/** How a sandbox starts. */
export interface SandboxOptions extends SettingsChange {
	/** Default 4010; 0 = any that is free. */
	readonly port?: number;
}

/** A sandbox that runs in this process. The URLs are origins without a last slash. */
export interface Sandbox {
	readonly url: string;
	readonly foreignUrl: string;
	/** Ends both listeners and every connection, also those that hang. */
	close(): Promise<void>;
}

/**
 * Starts the sandbox and its foreign host on 127.0.0.1.
 *
 * @throws when the port is taken (code EADDRINUSE)
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = DEFAULT_PORT, ...change } = options;
	const start = withChange(DEFAULT_SETTINGS, change);
	let settings = start;
	let url = '';
	let foreignUrl = '';
	const log = new RequestLog(settings.logBodies);
	const faults = new FaultList();
	let capacity = new Capacity(settings.capacity);
	const foreign = new ForeignHost();
	const genPage = createGenPage(settings);
	const leadGenius = createLeadGenius(settings, () => foreignUrl);
	const geniziz = createGeniziz(settings);
	const growthGenius = createGrowthGenius(settings);
	const skarbe = createSkarbe(settings);

	const app = createApp();
	addControlRoutes(app, {
		log,
		faults,
		foreign,
		reset: (change) => {
			settings = withChange(start, change);
			log.reset(settings.logBodies);
			faults.clear();
			capacity = new Capacity(settings.capacity);
			foreign.clear();
			genPage.reset(settings);
			leadGenius.reset(settings);
			geniziz.reset(settings);
			growthGenius.reset(settings);
			skarbe.reset(settings);
		},
		state: () => ({
			genPage: genPage.state(),
			leadGenius: leadGenius.state(),
			geniziz: geniziz.state(),
			growthGenius: growthGenius.state(),
			skarbe: skarbe.state(),
		}),
	});
	addLeadGeniusControls(app, () => leadGenius.store());
	addGenizizControls(app, () => geniziz.store());
	addGrowthGeniusControls(app, () => growthGenius.store());
	addSkarbeControls(app, () => skarbe.store());
	const pipeline = {
		vendors: [genPage, leadGenius, geniziz, growthGenius, skarbe],
		log,
		faults,
		latencyMs: () => settings.latencyMs,
		capacity: () => capacity,
		dateHeader: () => settings.dateHeader,
		// As behind a proxy that speaks https: the host is the one that was asked, the scheme is not.
		places: (target: string, host: string | undefined) => ({
			url: host === undefined ? url : `http://${host}`,
			foreignUrl,
			target,
		}),
	};
	app.all<{ Querystring: Record<string, unknown> }>('/*', (request, reply) =>
		handle(pipeline, request, reply),
	);

	url = await app.listen({ port, host: '127.0.0.1' });
	foreignUrl = await foreign.start();
	const close = async (): Promise<void> => {
		leadGenius.close();
		await Promise.all([app.close(), foreign.close()]);
	};
	return { url, foreignUrl, close };
}

function createApp(): FastifyInstance {
	const app = fastify({
		logger: false,
		bodyLimit: BODY_LIMIT_BYTES,
		// Otherwise a hanging request would keep the server from closing.
		forceCloseConnections: true,
	});
	// The document shows JSON bodies on GET, which fastify does not read unless told to.
	app.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		done(null, parsedBody(body.toString()));
	});
	return app;
}

/** Parsed JSON, or the text as it is where it is none: the log shows what really came. */
function parsedBody(text: string): unknown {
	if (text === '') return null;
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return text;
	}
}

// `npm run sandbox`: the sandbox as a process of its own.
import { parseArgs } from 'node:util';
import { CONTROL_PREFIX } from './control/routes.mts';
import { SANDBOX_TOKEN } from './genPage/token.mts';
import { SANDBOX_GENIZIZ_KEY } from './geniziz/key.mts';
import { SANDBOX_GROWTHGENIUS_KEY, SANDBOX_GROWTHGENIUS_USER_ID } from './growthGenius/key.mts';
import { SANDBOX_LEADGENIUS_KEY } from './leadGenius/key.mts';
import { DEFAULT_PORT, startSandbox } from './server.mts';
import type { Sandbox, SandboxOptions } from './server.mts';
import { documentsSchema } from './shared/settings.mts';
import type { Documents } from './shared/settings.mts';
import { SANDBOX_SKARBE_KEY } from './skarbe/key.mts';

const USAGE = `Usage: npm run sandbox -- [--port ${DEFAULT_PORT}] [--latency ms]
                          [--leads-per-second 10] [--records-per-second 10]
                          [--documents generous] [--quiet]

  --port                port on 127.0.0.1; 0 = any that is free
  --latency             extra milliseconds before every answer of a vendor
  --leads-per-second    how fast a GenPage job makes pages; 0 = at once
  --records-per-second  how fast a LeadGenius campaign finalizes records; 0 = at once
  --documents           what vendors do where their documents leave room: generous or strict
  --quiet               print only the JSON line with the addresses`;

class UsageError extends Error {}

function numberOf(flag: string, text: string | undefined, most: number): number | undefined {
	if (text === undefined) return undefined;
	const number = text.trim() === '' ? Number.NaN : Number(text);
	if (number >= 0 && number <= most) return number;
	throw new UsageError(`--${flag} must be a number from 0 to ${most}, but is "${text}".`);
}

function portOf(text: string | undefined): number | undefined {
	const port = numberOf('port', text, 65_535);
	if (port === undefined || Number.isInteger(port)) return port;
	throw new UsageError(`--port must be a whole number, but is "${String(text)}".`);
}

function documentsOf(text: string | undefined): Documents | undefined {
	const documents = documentsSchema.optional().safeParse(text);
	if (documents.success) return documents.data;
	const choices = documentsSchema.options.join(' or ');
	throw new UsageError(`--documents must be ${choices}, but is "${String(text)}".`);
}

function readFlags(): { options: SandboxOptions; quiet: boolean; help: boolean } {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			latency: { type: 'string' },
			'leads-per-second': { type: 'string' },
			'records-per-second': { type: 'string' },
			documents: { type: 'string' },
			quiet: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	const leadsPerSecond = numberOf('leads-per-second', values['leads-per-second'], Infinity);
	const recordsPerSecond = numberOf('records-per-second', values['records-per-second'], 1e9);
	const options = {
		port: portOf(values.port),
		latencyMs: numberOf('latency', values.latency, 600_000),
		documents: documentsOf(values.documents),
		genPage: { leadsPerSecond },
		leadGenius: { recordsPerSecond },
	};
	return { options, quiet: values.quiet, help: values.help };
}

/** Signals end the process cleanly; so does the end of a parent that started it with a channel. */
function stopOnSignals(sandbox: Sandbox): void {
	const stop = (): void => {
		void sandbox.close().finally(() => process.exit(0));
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
	process.once('disconnect', stop);
}

function adviceFor(error: unknown, port: number): string {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? String(error.code) : '';
	if (code === 'EADDRINUSE') {
		return (
			`Port ${port} is taken, perhaps by another sandbox. ` +
			'Stop that one, or start this one with --port 0 (any free port) or another number.'
		);
	}
	const isUsage = error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
	return isUsage ? `${error.message}\n\n${USAGE}` : (error.stack ?? error.message);
}

async function main(): Promise<void> {
	let port = DEFAULT_PORT;
	try {
		const { options, quiet, help } = readFlags();
		if (help) {
			console.log(USAGE);
			return;
		}
		port = options.port ?? DEFAULT_PORT;
		const sandbox = await startSandbox(options);
		stopOnSignals(sandbox);
		const { url, foreignUrl } = sandbox;
		const control = url + CONTROL_PREFIX;
		if (!quiet) {
			console.log(`GenPage at ${url}, token ${SANDBOX_TOKEN}, control at ${control}`);
			console.log(`LeadGenius at ${url}, key ${SANDBOX_LEADGENIUS_KEY}`);
			console.log(`Geniziz at ${url}, key ${SANDBOX_GENIZIZ_KEY}`);
			const user = `user ${SANDBOX_GROWTHGENIUS_USER_ID}`;
			console.log(`GrowthGenius at ${url}, key ${SANDBOX_GROWTHGENIUS_KEY}, ${user}`);
			console.log(`Skarbe at ${url}, key ${SANDBOX_SKARBE_KEY}`);
		}
		console.log(JSON.stringify({ url, foreignUrl }));
	} catch (error) {
		console.error(adviceFor(error, port));
		process.exit(1);
	}
}

await main();

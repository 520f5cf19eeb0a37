// npm run demo: a real n8n with the packed package makes a page for each of 500 leads.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_OWNER } from '../host/n8n.mts';
import type { Execution } from '../host/execution.mts';
import { adviceOn } from '../scripts/advice.cjs';
import { step } from './progress.mts';
import { EXPECTED_PAGES, pagesOf, tableOf } from './report.mts';
import { openStage } from './stage.mts';
import type { Stage } from './stage.mts';
import { demoTemplates, PAGES_WORKFLOW } from './templates.mts';

const HELP = `npm run demo -- [options]

  --once       end after the run; the exit code is 0 when every lead got its page
  --port N     port of n8n's editor, or the next free one (default 5678)
  --help       show this text`;

const { values } = parseArgs({
	options: {
		once: { type: 'boolean', default: false },
		port: { type: 'string', default: '5678' },
		help: { type: 'boolean', default: false },
	},
});

if (values.help) console.log(HELP);
else await main(Number(values.port), values.once);

async function main(port: number, once: boolean): Promise<void> {
	if (!Number.isInteger(port) || port < 1 || port > 65_535)
		fail('--port must be a port number, such as 5678.');
	// Leaving by exit() runs the clean-up of n8n's process; the sandbox sees its channel close.
	const leave = (): never => process.exit(130);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
	try {
		const stage = await openStage(port);
		const good = await play(stage);
		if (once) {
			await stage.stop();
			process.exit(good ? 0 : 1);
		}
		console.log(`\n${welcome(stage, port)}\n`);
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.off(signal, leave);
			process.once(signal, () => void close(stage, good));
		}
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const advice = adviceOn(message, resolve('.cache'));
		fail(advice === undefined ? message : `${message}\n\nWhat to do: ${advice}`);
	}
}

/** Runs the workflow and prints its result; false when a lead has no page. */
async function play(stage: Stage): Promise<boolean> {
	const { n8n, sandbox } = stage;
	const title = `Running "CSV of leads -> GenPage pages" on ${EXPECTED_PAGES} leads`;
	try {
		await sandbox.reset();
		const execution = await step(title, () => n8n.run(PAGES_WORKFLOW));
		const rows = pagesOf(execution);
		console.log(`\n${tableOf(rows)}\n\n${await summary(stage, execution, rows.length)}`);
		return true;
	} catch (error) {
		console.error(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}`);
		return false;
	}
}

async function summary({ sandbox }: Stage, run: Execution, pages: number): Promise<string> {
	const { byPath } = await sandbox.summary();
	const uploads = Object.entries(byPath).find(([path]) => path.includes('upsert-leads'))?.[1] ?? 0;
	const time = (run.durationMs / 1000).toFixed(1);
	return `${pages} pages for ${pages} leads in ${time} s, sent in ${uploads} uploads.`;
}

function welcome({ n8n, sandbox }: Stage, preferredPort: number): string {
	const isTaken = !n8n.url.endsWith(`:${preferredPort}`);
	return [
		`n8n is open at  ${n8n.url}${isTaken ? `  (port ${preferredPort} is taken)` : ''}`,
		`  e-mail        ${DEFAULT_OWNER.email}`,
		`  password      ${DEFAULT_OWNER.password}`,
		`  the workflow  ${n8n.url}/workflow/${PAGES_WORKFLOW}`,
		`  its runs      ${n8n.url}/workflow/${PAGES_WORKFLOW}/executions`,
		`What the vendors see, live: ${sandbox.url}/__sandbox/status`,
		'',
		'The other templates, ready to run (that of the agent needs a model of yours):',
		...others(n8n.url),
		'',
		'Press Ctrl+C to stop n8n and the sandbox.',
	].join('\n');
}

/** The templates that the demo does not run, with their addresses. */
function others(url: string): string[] {
	const workflows = demoTemplates().map(({ workflow }) => workflow);
	const rows = workflows.filter(({ id }) => id !== PAGES_WORKFLOW);
	const width = Math.max(...rows.map(({ name }) => name.length));
	return rows.map(({ id, name }) => `  ${name.padEnd(width)}  ${url}/workflow/${id}`);
}

async function close(stage: Stage, good: boolean): Promise<void> {
	console.log('\nStopping n8n and the sandbox ...');
	// A second Ctrl+C does not wait.
	process.on('SIGINT', () => process.exit(130));
	await stage.stop();
	process.exit(good ? 0 : 1);
}

function fail(message: string): never {
	console.error(`\nThe demo failed: ${message}`);
	process.exit(1);
}

// `npm run test:long`: an hour of the packed package in a real n8n, at speed, and what is left of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openStage } from '../e2e/support/stage.mts';
import { Observer } from './observer.mts';
import { ownScene } from './own.mts';
import { packageScene } from './package.mts';
import type { Place, Scene } from './scene.mts';
import { Sink } from './sink.mts';
import { doOver } from './until.mts';
import { tableOf } from './verdict.mts';

const USAGE = `Usage: npm run test:long -- [--minutes 60] [--own] [--engine legacy]

  --minutes  how long it goes on; the first half is warm-up
  --own      the like of it with n8n's own nodes, to see what n8n itself grows by
  --engine   n8n's engine for expressions: legacy, or vm, which is n8n's default. That one makes an
             isolate for every execution, call and poll: most of the time goes into it, and their memory
             is no part of the heap that is measured`;

const MINUTE = 60_000;

/** Executions leave nothing in n8n's database: its growth would hide that of the package. */
const NOTHING_KEPT = {
	EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
	EXECUTIONS_DATA_SAVE_ON_ERROR: 'none',
	EXECUTIONS_DATA_SAVE_ON_PROGRESS: 'false',
	EXECUTIONS_DATA_PRUNE: 'true',
	EXECUTIONS_DATA_MAX_AGE: '1',
	// By default n8n takes a busy machine for a lost database, and answers 503.
	DB_PING_TIMEOUT_MS: '60000',
	DB_CONNECTION_ACQUISITION_TIMEOUT_MS: '120000',
};

const { values } = parseArgs({
	options: {
		minutes: { type: 'string', default: '60' },
		own: { type: 'boolean', default: false },
		engine: { type: 'string', default: 'legacy' },
		help: { type: 'boolean', short: 'h', default: false },
	},
});
const minutes = Number(values.minutes);
if (values.help || !(minutes > 0)) console.log(USAGE);
else process.exitCode = (await measure(minutes, values.own, values.engine)) ? 0 : 1;

/** Lives through it and prints the result. @returns whether all is as asked */
async function measure(duration: number, isOwn: boolean, engine: string): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'outbound-long-'));
	const gauge = join(folder, 'gauge');
	const stage = await openStage({
		...NOTHING_KEPT,
		N8N_EXPRESSION_ENGINE: engine,
		NODE_OPTIONS: `--expose-gc --require "${resolve('test/long/gauge.cjs')}"`,
		GAUGE_FILE: gauge,
		GAUGE_MS: duration < 10 ? '5000' : '15000',
	});
	const sink = await Sink.open();
	try {
		const place: Place = { ...stage, sink };
		const scene = await (isOwn ? ownScene(place) : packageScene(place));
		return await live(scene, new Observer(place, scene, gauge), duration);
	} finally {
		sink.stop();
		await stage.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function live(scene: Scene, observer: Observer, duration: number): Promise<boolean> {
	await scene.begin();
	await observer.beforePublishing();
	await observer.publishAll();
	const end = AbortSignal.timeout(duration * MINUTE);
	const began = Date.now();
	const watching = doOver(end, Math.min(MINUTE, (duration * MINUTE) / 5), async () => {
		await observer.look();
		const minute = ((Date.now() - began) / MINUTE).toFixed(0).padStart(3);
		console.log(`${minute} min: ${observer.progress()}; ${scene.progress()}`);
	});
	await Promise.all([scene.run(end), watching]);
	observer.stopMeasuring();
	console.log('The load has ended; waiting for what is still under way');
	await scene.settle();
	await observer.look();
	await observer.unpublishAll();
	await sleep(5_000);
	const verdicts = [...(await observer.verdicts()), ...(await scene.verdicts())];
	const passes = verdicts.every((verdict) => verdict.passes);
	console.log(`\n${tableOf(verdicts)}\n\n${passes ? 'Pass' : 'FAIL'}: ${scene.progress()}`);
	return passes;
}

// 10,000 records into LeadGenius: the node beside a hand-written loop under the same limit.
import { LATENCY_MS, onStage, type Stage } from '../stage.mts';
import { chain, itemsFrom, MEASURED, ourNode } from '../flow.mts';
import { spreadOf } from '../spread.mts';
import { inTurn, ratioOf, runNodes, type Measured } from '../turns.mts';
import { CAMPAIGN, contacts, uploadByHand } from './byHand.mts';

const RECORDS = 10_000;
const TURNS = 7;

/** Stores a workflow that uploads a file. Its credential is new: the limit is kept by credential. */
async function workflowFor(stage: Stage, name: string, file: string): Promise<string> {
	const apiKey = stage.sandbox.leadGeniusKey;
	const credential = await stage.credential('leadGeniusApi', name, { apiKey });
	const uploader = ourNode('leadGenius', credential, {
		resource: 'record',
		operation: 'upload',
		campaignSlug: CAMPAIGN,
		jobType: 'datahub',
		fields: ['contact_email'],
		otherFields: [],
		columns: { mappingMode: 'autoMapInputData', value: null },
		options: {},
	});
	return await stage.workflow(chain(name, [...itemsFrom(file), uploader]));
}

/** @throws Error when a request was refused or a record is missing */
async function checkUploaded({ sandbox }: Stage, records: number): Promise<void> {
	const { byStatus } = await sandbox.summary();
	const { campaigns } = (await sandbox.state()).leadGenius;
	const stored = campaigns.find(({ slug }) => slug === CAMPAIGN)?.records.length ?? 0;
	if (stored === records && Object.keys(byStatus).join() === '201') return;
	throw new Error(`${stored} of ${records} records were stored: ${JSON.stringify(byStatus)}`);
}

async function compare(stage: Stage): Promise<void> {
	const records = contacts(RECORDS);
	const file = stage.csv('records.csv', records);
	const measured = async (upload: () => Promise<Measured>): Promise<Measured> => {
		await stage.reset();
		const shown = await upload();
		await checkUploaded(stage, RECORDS);
		return shown;
	};
	const [times = [], others = []] = await inTurn(TURNS, [
		{
			label: 'LeadGenius',
			run: async (turn) => {
				const id = await workflowFor(stage, `turn ${turn}`, file);
				return await measured(async () => await runNodes(stage, id, [MEASURED]));
			},
		},
		{
			label: 'undici by hand',
			run: async () =>
				await measured(async () => {
					const { sandbox } = stage;
					const ms = await uploadByHand(sandbox.url, sandbox.leadGeniusKey, records);
					const { total, maxInFlight } = await sandbox.summary();
					return { ms, requests: total, inFlight: maxInFlight };
				}),
		},
	]);
	const longer = times.map((ms, index) => ms - (others[index] ?? Number.NaN));
	console.log(`  LeadGenius takes ${ratioOf(times, others)} x the time (target: at most 1.15 x),`);
	console.log(`  ${spreadOf(longer)} ms longer for a minute's worth of requests`);
}

/** One record more than a minute's requests hold: both wait for the next minute, side by side. */
async function overflow(stage: Stage): Promise<void> {
	const records = contacts(RECORDS + 1);
	const id = await workflowFor(stage, 'one more', stage.csv('more.csv', records));
	await stage.reset();
	const { url, leadGeniusSecondKey } = stage.sandbox;
	const [{ ms }, byHand] = await Promise.all([
		runNodes(stage, id, [MEASURED]),
		uploadByHand(url, leadGeniusSecondKey, records),
	]);
	await checkUploaded(stage, 2 * records.length);
	console.log(
		`  ${records.length} records, so 51 requests: LeadGenius ${(ms / 1000).toFixed(1)} s, ` +
			`undici by hand ${(byHand / 1000).toFixed(1)} s, nothing refused`,
	);
}

/** Prints the ratio with its spread, and what one record more than a minute holds costs. */
export async function benchLeadGeniusUpload(): Promise<void> {
	console.log(`\n${RECORDS} records into LeadGenius, answers after ${LATENCY_MS} ms`);
	await onStage(async (stage) => {
		await compare(stage);
		await overflow(stage);
	});
}

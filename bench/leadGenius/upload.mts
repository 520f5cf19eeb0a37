// 10,000 records into LeadGenius: the node beside a hand-written loop under the same limit.
import { LATENCY_MS, onStage, type Stage } from '../stage.mts';
import { chain, itemsFrom, MEASURED, ourNode } from '../flow.mts';
import { longerRow } from '../results/rows.mts';
import type { Measurements } from '../results/shapes.mts';
import { count, isQuick, sized } from '../size.mts';
import { contender, inTurn, kept, runNodes, type Measured } from '../turns.mts';
import { CAMPAIGN, contacts, uploadByHand } from './byHand.mts';

const RECORDS = sized(10_000);
const TURNS = 7;
const LONGEST = 1.15;

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

async function compare(stage: Stage): Promise<Measurements> {
	const records = contacts(RECORDS);
	const file = stage.csv('records.csv', records);
	const measured = async (upload: () => Promise<Measured>): Promise<Measured> => {
		await stage.reset();
		const shown = await upload();
		await checkUploaded(stage, RECORDS);
		return shown;
	};
	const ours = contender('LeadGenius', async (turn) => {
		const id = await workflowFor(stage, `turn ${turn}`, file);
		return await measured(async () => await runNodes(stage, id, [MEASURED]));
	});
	const hand = contender('undici by hand', async () => {
		const { sandbox } = stage;
		return await measured(async () => {
			const ms = await uploadByHand(sandbox.url, sandbox.leadGeniusKey, records);
			const { total, maxInFlight } = await sandbox.summary();
			return { ms, requests: total, inFlight: maxInFlight };
		});
	});
	await inTurn(TURNS, [ours, hand]);
	const work = `${count(RECORDS)} records into LeadGenius against undici by hand: times as long`;
	const rows = [longerRow(work, ours, hand, { is: 'at most', value: LONGEST })];
	return { rows, contenders: kept(RECORDS, [ours, hand]) };
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

/** Compares with a loop by hand, and prints what one record more than a minute holds costs. */
export async function benchLeadGeniusUpload(): Promise<Measurements> {
	console.log(`\n${count(RECORDS)} records into LeadGenius, answers after ${LATENCY_MS} ms`);
	return await onStage(async (stage) => {
		const measured = await compare(stage);
		if (!isQuick) await overflow(stage);
		return measured;
	});
}

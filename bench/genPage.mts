// 10,000 leads into GenPage: this node, n8n's HTTP Request node, and a loop with batches that is built by
// hand, on the same items, in turn, in the same real n8n.
import type { Workflow } from '../host/workflow.mts';
import { chain, itemsFrom, looped, MEASURED } from './flow.mts';
import {
	BATCH,
	FIELDS,
	genPageNode,
	itemByItem,
	loopOfBatches,
	loopOfLeads,
	type HandMade,
} from './genPage/leads.mts';
import { people } from './people.mts';
import { fasterRow, moreRow } from './results/rows.mts';
import type { Measurements, Row } from './results/shapes.mts';
import { count, sized } from './size.mts';
import { LATENCY_MS, onStage, type Stage } from './stage.mts';
import { contender, inTurn, kept, runNodes, type Contender, type Measured } from './turns.mts';

const LEADS = sized(10_000);
const BATCHES = LEADS / BATCH;
const TURNS = 5;

const FASTER = 40;

/** The nodes that do the work, and how many items come out in the end. */
interface Shape {
	readonly nodes: readonly string[];
	readonly items: number;
}

interface Entrant extends Contender {
	readonly shape: Shape;
}

async function upsert(
	stage: Stage,
	workflowId: string,
	{ nodes, items }: Shape,
): Promise<Measured> {
	await stage.reset();
	const measured = await runNodes(stage, workflowId, nodes, items);
	const stored = (await stage.sandbox.state()).genPage.leads.length;
	if (stored !== LEADS) throw new Error(`Only ${stored} of ${LEADS} leads were stored`);
	return measured;
}

/** Stores a workflow; its time is the sum of all runs of the nodes that do the work. */
async function enter(stage: Stage, workflow: Workflow, shape: Shape): Promise<Entrant> {
	const id = await stage.workflow(workflow);
	return { ...contender(workflow.name, async () => await upsert(stage, id, shape)), shape };
}

/** Most memory of a fresh n8n that runs a contender once, in MB. */
async function memoryOf({ n8n }: Stage, { label, run }: Contender): Promise<number> {
	await n8n.restart();
	await run(0);
	const peakMb = Math.round(n8n.peakMemoryKb() / 1024);
	console.log(`  ${label.padEnd(24)} ${peakMb} MB peak`);
	return peakMb;
}

function memoryRow(ours: number, who: string, theirs: number): Row {
	return moreRow(
		`Peak memory of a fresh n8n, ${count(LEADS)} leads into GenPage`,
		{ unit: 'MB', runs: [ours] },
		{ who, unit: 'MB', runs: [theirs] },
		{ is: 'below', value: 1 },
	);
}

/** How much faster we are than a loop by hand, and how many nodes it takes. */
function handRows(ours: Entrant, byHand: Entrant): Row[] {
	const work = `${count(LEADS)} leads into GenPage against a ${byHand.label}`;
	const nodes = moreRow(
		`${work}: nodes`,
		{ unit: '', runs: [ours.shape.nodes.length] },
		{ who: byHand.label, unit: '', runs: [byHand.shape.nodes.length] },
		{ is: 'below', value: 1 },
	);
	return [fasterRow(`${work}: times faster`, ours, byHand, { is: 'above', value: 1 }), nodes];
}

/** Measures times, requests, most in flight, peak memory, and nodes. */
export async function benchGenPage(): Promise<Measurements> {
	console.log(`\n${count(LEADS)} leads into GenPage, answers after ${LATENCY_MS} ms`);
	return await onStage(async (stage) => {
		const { token } = stage.sandbox;
		const items = itemsFrom(stage.csv('leads.csv', people(LEADS, FIELDS)));
		const byHand = async (label: string, { loop, body }: HandMade, given: number) => {
			const nodes = [loop, ...body].map(({ name }) => name);
			return await enter(stage, looped(label, items, loop, body), { nodes, items: given });
		};
		const credential = await stage.credential('genPageApi', 'GenPage', { apiToken: token });
		const http = chain('HTTP Request', [...items, itemByItem(stage.sandbox)]);
		const theirs = await enter(stage, http, { nodes: [MEASURED], items: LEADS });
		const node = chain('GenPage', [...items, genPageNode(credential)]);
		const ours = await enter(stage, node, { nodes: [MEASURED], items: BATCHES });
		const loops = [
			await byHand('loop by hand, an item a batch', loopOfBatches(stage.sandbox), BATCHES),
			await byHand('loop by hand, an item a lead', loopOfLeads(stage.sandbox), LEADS),
		];
		const [memory, other] = [await memoryOf(stage, ours), await memoryOf(stage, theirs)];
		const all = [ours, theirs, ...loops];
		await inTurn(TURNS, all);
		const work = `${count(LEADS)} leads into GenPage against HTTP Request: times faster`;
		const rows = [
			fasterRow(work, ours, theirs, { is: 'at least', value: FASTER }),
			memoryRow(memory, theirs.label, other),
			...loops.flatMap((each) => handRows(ours, each)),
		];
		return { rows, contenders: kept(LEADS, all) };
	});
}

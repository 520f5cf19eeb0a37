// The memory of 100,000 leads that go into GenPage and come out of it with their pages, beside that of the
// same items in and out made plainly.
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { spawnSandbox, type SandboxProcess } from '../../sandbox/client.mts';
import { runNode } from '../../test/support/engine.mts';
import { LEAD_UPSERT } from '../flow.mts';
import { FIELDS } from '../genPage/leads.mts';
import { heapUsed } from '../heap.mts';
import { people } from '../people.mts';
import { moreRow } from '../results/rows.mts';
import type { Row } from '../results/shapes.mts';
import { count, often, sized } from '../size.mts';

const LEADS = sized(100_000);
const ROUNDS = 3;
/** Each look collects garbage, which takes as long as a part of the work. */
const SAMPLE_MS = 2_000;
const MOST = { is: 'at most', value: 1.5 } as const;

interface Held {
	/** By how many MB the heap has grown while the items in and out are held. */
	readonly heldMb: number;
	/** And at most while they were made, garbage collected. */
	readonly peakMb: number;
}

type Work = (items: readonly IDataObject[]) => Promise<readonly unknown[]>;

/** Makes items, works on them, and looks at the heap while that goes on. */
async function heapOf(work: Work): Promise<Held> {
	const before = heapUsed();
	let most = before;
	const timer = setInterval(() => {
		most = Math.max(most, heapUsed());
	}, SAMPLE_MS);
	const items = people(LEADS, FIELDS);
	const output = await work(items).finally(() => {
		clearInterval(timer);
	});
	const after = heapUsed();
	// Looked at last, so that both are held until now.
	if (items.length !== LEADS || output.length !== LEADS) {
		throw new Error(`${items.length} items in, ${output.length} out, not ${LEADS}`);
	}
	return { heldMb: after - before, peakMb: Math.max(most, after) - before };
}

async function byNode(
	{ url, token }: SandboxProcess,
	items: readonly IDataObject[],
): Promise<readonly unknown[]> {
	const { items: output, error } = await runNode({
		type: 'genPage',
		parameters: { ...LEAD_UPSERT, options: { waitForCompletion: true } },
		items,
		credentials: { genPageApi: { apiToken: token, baseUrl: url } },
	});
	if (error) throw new Error(error.message);
	return output;
}

const records = z.array(z.unknown());

/** One round of each: by our node, and plainly from the text of what our node gave out. */
async function round(sandbox: SandboxProcess): Promise<[node: Held, plain: Held]> {
	await sandbox.reset({ logBodies: false });
	const given = JSON.stringify(await byNode(sandbox, people(LEADS, FIELDS)));
	await sandbox.reset({ logBodies: false });
	const node = await heapOf(async (items) => await byNode(sandbox, items));
	const plain = await heapOf(() => Promise.resolve(records.parse(JSON.parse(given))));
	console.log(`  ${node.peakMb.toFixed(0)} MB at most, ${node.heldMb.toFixed(0)} MB in the end`);
	return [node, plain];
}

/** Measures the heap at its highest, while leads go in and come out. */
export async function measureUpsertMemory(): Promise<Row> {
	const work = `Heap at most, ${count(LEADS)} leads into GenPage and out, times the items' own`;
	console.log(`\n${work}, garbage collected`);
	const sandbox = await spawnSandbox({ leadsPerSecond: 0 });
	try {
		const rounds: Array<[Held, Held]> = [];
		while (rounds.length < often(ROUNDS)) rounds.push(await round(sandbox));
		return moreRow(
			work,
			{ unit: 'MB', runs: rounds.map(([{ peakMb }]) => peakMb) },
			{
				who: 'the items made plainly',
				unit: 'MB',
				runs: rounds.map(([, { heldMb }]) => heldMb),
			},
			MOST,
		);
	} finally {
		await sandbox.stop();
	}
}

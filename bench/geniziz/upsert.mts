// 1,000 items against 20,000 leads: Create or Update beside what people build by hand, which reads all leads,
// merges them with the items by email, and writes every item.
import type { CredentialRef, Workflow, WorkflowNode } from '../../host/workflow.mts';
import type { SandboxProcess } from '../../sandbox/client.mts';
import { chain, headerParameters, itemsFrom, MEASURED, node, ourNode } from '../flow.mts';
import { fasterRow, plainRow } from '../results/rows.mts';
import type { Measurements } from '../results/shapes.mts';
import { count, sized } from '../size.mts';
import { LATENCY_MS, onStage, type Stage } from '../stage.mts';
import { contender, inTurn, kept, runNodes, type Measured } from '../turns.mts';
import { keyHeaders, LEADS_PATH, onlyLeads } from './leads.mts';
import { httpRequestNodes, SPLIT } from './read.mts';

const LEADS = sized(20_000);
const ITEMS = sized(1_000);
const TURNS = 5;
/** Of the items so many are as they are at Geniziz, so many differ, and the rest are new. */
const SAME = 0.6;
const DIFFERING = 0.3;
const FASTER = { is: 'at least', value: 2 } as const;
/** As many pages of 200 as 20,000 leads have: what is asked for ahead ends there. */
const MOST_PAGES = 100;

const KEYS = 'Keys';
const MERGE = 'Merge';
const WRITE = 'Write';

/** The items: every so many-th lead of the sandbox's, and new ones. */
function itemsOf(): Array<Record<string, string>> {
	return Array.from({ length: ITEMS }, (_, place) => {
		const number = 1 + place * (LEADS / ITEMS);
		const isNew = place >= ITEMS * (SAME + DIFFERING);
		const mrr = number * 100 + (place < ITEMS * SAME ? 0 : 1);
		const email = isNew ? `new-${place}@x.example` : `hello@lead-${number}.example`;
		return { email, name: isNew ? `New ${place}` : `Lead ${number}`, mrr: String(mrr) };
	});
}

function genizizNode(credential: CredentialRef): WorkflowNode {
	return ourNode('geniziz', credential, {
		resource: 'lead',
		operation: 'upsert',
		matchBy: 'email',
		name: '={{ $json.name }}',
		additionalFields: {
			mrr: '={{ $json.mrr }}',
			emails: { values: [{ email: '={{ $json.email }}' }] },
		},
		options: {},
	});
}

/** HTTP Request, Split Out, Edit Fields, Merge, and HTTP Request for each item. */
function byHand(sandbox: SandboxProcess, file: string): Workflow {
	const value = (name: string, text: string) => ({ id: name, name, value: text, type: 'string' });
	const keys = node(KEYS, 'n8n-nodes-base.set', 3.4, {
		assignments: {
			assignments: [
				value('email', '={{ $json.emails[0].email }}'),
				value('lead_id', '={{ $json.id }}'),
			],
		},
		options: {},
	});
	const merge = node(MERGE, 'n8n-nodes-base.merge', 3.1, {
		mode: 'combine',
		fieldsToMatchString: 'email',
		joinMode: 'enrichInput1',
		options: {},
	});
	const write = node(WRITE, 'n8n-nodes-base.httpRequest', 4.2, {
		method: '={{ $json.lead_id ? "PUT" : "POST" }}',
		url: `=${sandbox.url}${LEADS_PATH}{{ $json.lead_id ? $json.lead_id + "/" : "" }}`,
		...headerParameters(keyHeaders(sandbox)),
		sendBody: true,
		specifyBody: 'json',
		jsonBody:
			'={{ { name: $json.name, mrr: Number($json.mrr), ...($json.lead_id ? {} : { emails: [{ email: $json.email }] }) } }}',
		options: {},
	});
	const [start, ...items] = itemsFrom(file);
	if (!start) throw new Error('Nothing starts the workflow');
	const ours = chain('By hand', [start, ...items, merge, write]);
	const theirs = chain('By hand', [start, ...httpRequestNodes(sandbox), keys]);
	const to = (name: string, index: number) => ({ node: name, type: 'main', index });
	const [read] = items;
	return {
		...ours,
		nodes: [...ours.nodes, ...theirs.nodes.slice(1)],
		connections: {
			...theirs.connections,
			...ours.connections,
			[start.name]: { main: [[to(read?.name ?? '', 0), to(MEASURED, 0)]] },
			[KEYS]: { main: [[to(MERGE, 1)]] },
		},
	};
}

/** Measures times, and how many requests the node needs. */
export async function benchGenizizUpsert(): Promise<Measurements> {
	const work = `${count(ITEMS)} items against ${count(LEADS)} leads in Geniziz`;
	console.log(`\n${work}, answers after ${LATENCY_MS} ms`);
	return await onStage(async (stage) => await compare(stage, work));
}

async function compare(stage: Stage, work: string): Promise<Measurements> {
	const { sandbox } = stage;
	const apiKey = sandbox.genizizKey;
	const credential = await stage.credential('genizizApi', 'Geniziz', { apiKey });
	const file = stage.csv('leads.csv', itemsOf());
	const of = async (label: string, workflow: Workflow, nodes: readonly string[]) => {
		const id = await stage.workflow(workflow);
		return contender(label, async (): Promise<Measured> => {
			await stage.reset();
			await onlyLeads(sandbox, LEADS);
			return await runNodes(stage, id, nodes, ITEMS);
		});
	};
	const node = chain('Geniziz', [...itemsFrom(file), genizizNode(credential)]);
	const ours = await of('Geniziz', node, [MEASURED]);
	const parts = [MEASURED, SPLIT, KEYS, MERGE, WRITE];
	const hand = await of('HTTP Request and Merge', byHand(sandbox, file), parts);
	await inTurn(TURNS, [ours, hand]);
	const most = MOST_PAGES + Math.round(ITEMS * (1 - SAME));
	const requests = ours.runs.map((run) => run.requests);
	const rows = [
		fasterRow(`${work} against HTTP Request and Merge: times faster`, ours, hand, FASTER),
		plainRow(`${work}, of which ${SAME * 100}% say nothing new: requests`, '', requests, {
			is: 'at most',
			value: most,
		}),
	];
	return { rows, contenders: kept(ITEMS, [ours, hand]) };
}

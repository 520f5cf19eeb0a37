// What the engine itself costs an item: parameters, checks, batches, item linking and output in
// n8n's own execution context. The network is replaced by answers from memory.
import { ExecuteContext } from 'n8n-core';
import { createEmptyRunExecutionData } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { LEAD_UPSERT } from './flow.mts';
import { plainRow } from './results/rows.mts';
import type { Measurements, Row } from './results/shapes.mts';
import { count, often, sized } from './size.mts';
import { medianOf, spreadOf } from './spread.mts';
import { additionalDataOf, nodeOf, nodeTypes, workflowOf } from '../test/support/workflow.mts';

const SIZES = [1_000, 10_000, 100_000];
const RUNS = 5;
/** Microseconds an item, without n8n's own part. */
const BELOW = { is: 'below', value: 20 } as const;

type Case = {
	name: string;
	parameters: INodeParameters;
	answer: string;
	/** Whether n8n evaluates one for each item. */
	hasExpression: boolean;
};

const CASES: readonly [Case, Case, Case] = [
	{
		name: 'lead: upsert, automatic mapping',
		hasExpression: false,
		answer: '{"job_id":"1234567890"}',
		parameters: { ...LEAD_UPSERT, from: 'n8n', options: {} },
	},
	jobCase('job: get, same job for all', '1234567890'),
	jobCase('job: get, an expression an item', '={{ $json.email }}'),
];

/** One request an item; with an expression, most of the cost is n8n's own evaluation of it. */
function jobCase(name: string, jobId: string) {
	return {
		name,
		hasExpression: jobId.startsWith('='),
		answer: '{"status":"completed","processed_rows":1,"total_rows":1}',
		parameters: { resource: 'job', operation: 'get', jobId, options: {} },
	};
}

function itemsOf(count: number): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: {
			email: `lead-${index}@company-${index}.example`,
			first_name: 'Ada',
			last_name: 'Lovelace',
			company_name: `Company ${index}`,
			company_domain: `company-${index}.example`,
			job_title: 'Head of Growth',
		},
	}));
}

function contextOf(parameters: INodeParameters, items: INodeExecutionData[], answer: string) {
	const credentials = { genPageApi: { apiToken: 'token', baseUrl: 'http://127.0.0.1:1' } };
	const node = nodeOf('GenPage', 'genPage', {
		parameters,
		credentials: { genPageApi: { id: '1', name: 'GenPage' } },
	});
	const input = { main: [items] };
	const context = new ExecuteContext(
		workflowOf(node),
		node,
		additionalDataOf(credentials),
		'manual',
		createEmptyRunExecutionData(),
		0,
		items,
		input,
		{ node, data: input, source: null },
		[],
	);
	const response = { statusCode: 200, headers: {}, body: answer };
	context.helpers.httpRequestWithAuthentication = () => Promise.resolve(response);
	return context;
}

/** CPU of one run, in microseconds an item. */
async function costOf(context: IExecuteFunctions, count: number): Promise<number> {
	const before = process.cpuUsage();
	const output = await nodeTypes.getByNameAndVersion('genPage').execute?.call(context);
	const { user, system } = process.cpuUsage(before);
	if (!Array.isArray(output) || !output[0]?.length) throw new Error('The node put nothing out');
	return (user + system) / count;
}

/** CPU of n8n's own evaluation of the expression of an item, in microseconds. */
function expressionCost(count: number): number {
	const [, , { parameters, answer }] = CASES;
	const context = contextOf(parameters, itemsOf(count), answer);
	const before = process.cpuUsage();
	for (let item = 0; item < count; item++) context.getNodeParameter('jobId', item);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / count;
}

/** Costs of several runs at one size, after one that warms up. */
async function costsOf({ parameters, answer }: Case, size: number): Promise<number[]> {
	const items = itemsOf(size);
	const costs: number[] = [];
	for (let run = 0; run <= often(RUNS); run++) {
		const cost = await costOf(contextOf(parameters, items, answer), size);
		if (run > 0) costs.push(cost);
	}
	return costs;
}

/** n8n's own part: several runs of what it takes for the expression of an item. */
function ownCosts(): number[] {
	expressionCost(sized(1_000));
	return Array.from({ length: often(RUNS) }, () => expressionCost(sized(10_000)));
}

/** Measures the cost an item at three sizes. */
export async function benchEngine(): Promise<Measurements> {
	console.log('\nEngine cost without the network, CPU microseconds an item');
	const own = ownCosts();
	console.log(`  n8n's own evaluation of an expression: ${spreadOf(own)}`);
	const rows: Row[] = [];
	for (const each of CASES) {
		for (const size of SIZES.map(sized)) {
			const costs = await costsOf(each, size);
			console.log(`  ${each.name.padEnd(32)} ${count(size).padStart(7)} ${spreadOf(costs)}`);
			const beside = each.hasExpression ? costs.map((cost) => cost - medianOf(own)) : costs;
			const left = each.hasExpression ? ", without n8n's own part" : '';
			const work = `Engine, CPU an item: ${each.name}, ${count(size)} items${left}`;
			rows.push(plainRow(work, 'us', beside, BELOW));
		}
	}
	return { rows };
}

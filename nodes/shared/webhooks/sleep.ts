import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookDescription,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { OutputRecord } from '../run/outcome';
import { toRecord } from '../values/records';

/** The execution's own address, at which a vendor wakes it up. */
export const resumeWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: 'noData',
		path: '',
		restartWebhook: true,
		isFullPath: true,
	},
];

/**
 * The URL of that address, with a token of the execution's. n8n 2 puts one into it, and checks it; n8n 1
 * lets in whoever knows the execution's ID, a number, so that the token is made here.
 */
export function resumeUrlOf(context: IExecuteFunctions): string {
	const url = String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0));
	const isSigned = !URL.canParse(url) || new URL(url).search !== '';
	return isSigned ? url : `${url}?token=${crypto.randomUUID()}`;
}

/** An address without what signs it: it tells an execution from others, and lets nobody in. */
export function bareAddress(url: string): string {
	return URL.canParse(url) ? new URL(url).origin + new URL(url).pathname : url;
}

/** Whether two addresses are of the same execution, whatever signs them. */
export function isSameAddress(one: string, other: string): boolean {
	return bareAddress(one) === bareAddress(other);
}

/** A print of the token that was made here, undefined where the URL has n8n's own. */
export async function tokenPrintOf(resumeUrl: string): Promise<string | undefined> {
	const token = URL.canParse(resumeUrl) ? new URL(resumeUrl).searchParams.get('token') : null;
	return token === null ? undefined : await printOf(token);
}

/** Whether the address that was called holds the token of a print. */
export async function hasToken(context: IWebhookFunctions, print: string): Promise<boolean> {
	const token = toRecord(context.getQueryData())?.token;
	return typeof token === 'string' && (await printOf(token)) === print;
}

/** SHA-256: an execution's data may be read by more people than may wake it up. */
async function printOf(token: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
	return Buffer.from(digest).toString('base64url');
}

/** The ID of another execution of this n8n whose resume URL a URL is: only its last part differs. */
export function executionAt(url: string, resumeUrl: string): string | undefined {
	if (!URL.canParse(url) || !URL.canParse(resumeUrl)) return undefined;
	const [one, own] = [new URL(url), new URL(resumeUrl)];
	const folder = ({ origin, pathname }: URL) => origin + pathname.replace(/[^/]*$/, '');
	if (folder(one) !== folder(own) || one.pathname === own.pathname) return undefined;
	return one.pathname.split('/').at(-1);
}

/** Keeps something with an execution that goes to sleep, in n8n's database. */
export function keep(context: IExecuteFunctions, key: string, value: object): void {
	context.getContext('node')[key] = value;
}

/** What was kept with the execution that is being woken up. */
export function kept(context: IWebhookFunctions, key: string): unknown {
	// A webhook has no way to its node's context but an expression.
	const node = JSON.stringify(context.getNode().name);
	return context.evaluateExpression(`{{ $node[${node}].context["${key}"] }}`, 0);
}

/**
 * The output of an execution that wakes up, in the places of the input items: n8n then links the nth
 * output item to the nth input item, whatever the node says. Further records come behind them.
 *
 * @param count how many input items there are
 * @param before what was output before the sleep, such as errors
 * @param nothing what is output for an item for which nothing came
 */
export function inPlaces(
	count: number,
	before: readonly INodeExecutionData[],
	records: readonly OutputRecord[],
	nothing: IDataObject,
): INodeExecutionData[] {
	const places: Array<INodeExecutionData | undefined> = Array.from({ length: count });
	const further: INodeExecutionData[] = [];
	const put = (output: INodeExecutionData, items: readonly number[]) => {
		const free = items.find((item) => item < count && places[item] === undefined);
		if (free === undefined) further.push(output);
		else places[free] = output;
	};
	for (const output of before) put(output, itemsOf(output));
	for (const { json, items } of records) {
		put({ json, pairedItem: items.map((item) => ({ item })) }, items);
	}
	const filled = places.map((output, item) => output ?? { json: nothing, pairedItem: { item } });
	return [...filled, ...further];
}

function itemsOf({ pairedItem }: INodeExecutionData): number[] {
	const pairs = Array.isArray(pairedItem) ? pairedItem : [pairedItem ?? 0];
	return pairs.map((pair) => (typeof pair === 'number' ? pair : pair.item));
}

import type { IExecuteFunctions, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';

/** One record that was uploaded, and how it is known again. */
const sentShape = z.object({
	item: z.number(),
	/** LeadGenius's ID, where the upload's answer told it. */
	id: z.string().optional(),
	/** What else tells it from others, best first. */
	keys: z.array(z.string()),
});

/** A campaign whose records are waited for. */
const campaignShape = z.object({
	slug: z.string(),
	/** When the upload began, ISO 8601. */
	since: z.string(),
	/** Where the campaign sent its notifications before; undefined when LeadGenius did not tell. */
	before: z.string().optional(),
	sent: z.array(sentShape),
});

const waitingShape = z.object({
	/** The execution's own address, which the campaigns were given. */
	resumeUrl: z.string(),
	campaigns: z.array(campaignShape),
	simplify: z.boolean(),
	/** How many input items there are. */
	items: z.number(),
	/** What was output before the wait, such as the errors of items that were refused. */
	made: z.array(z.custom<INodeExecutionData>((value) => typeof value === 'object')),
});

export type SentRecord = z.output<typeof sentShape>;
export type WaitingCampaign = z.output<typeof campaignShape>;
export type Waiting = z.output<typeof waitingShape>;

const KEY = 'leadGeniusWaiting';

/** Keeps what is waited for with the execution, in n8n's database. */
export function keepWaiting(context: IExecuteFunctions, waiting: Waiting): void {
	context.getContext('node')[KEY] = waiting;
}

/** What the execution that is being resumed waits for; undefined when it is of another make. */
export function readWaiting(context: IWebhookFunctions): Waiting | undefined {
	// A webhook has no way to its node's context but an expression.
	const node = JSON.stringify(context.getNode().name);
	const kept: unknown = context.evaluateExpression(`{{ $node[${node}].context["${KEY}"] }}`, 0);
	const parsed = waitingShape.safeParse(kept);
	return parsed.success ? parsed.data : undefined;
}

import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod';
import { idOf } from '../../../../shared/lists/known';
import { credentialIdOf } from '../../../../shared/vendor';
import { vendor } from '../../../vendor';

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
	/** Its records that were output before the sleep, by the names that `recordName` gives them. */
	done: z.array(z.string()).default([]),
});

const waitingShape = z.object({
	/** The execution's own address, which the campaigns were given, without what signs it. */
	resumeUrl: z.string(),
	/** What tells a right call from others, where n8n itself does not. */
	tokenPrint: z.string().optional(),
	campaigns: z.array(campaignShape),
	simplify: z.boolean(),
	/** How many input items there are. */
	items: z.number(),
	/** What was output before the wait, such as the errors of items that were refused. */
	made: z.array(z.custom<INodeExecutionData>((value) => typeof value === 'object')),
});

/** A record's ID. In newer documents records have none: the same one is told in the same words. */
export function recordName(record: IDataObject): string {
	return idOf(record) ?? JSON.stringify(record);
}

export type SentRecord = z.output<typeof sentShape>;
export type WaitingCampaign = z.output<typeof campaignShape>;
export type Waiting = z.output<typeof waitingShape>;

/** Under which it is kept with the execution. */
export const WAITING = 'leadGeniusWaiting';

/** What the execution that is being woken up waits for. @throws when it is of another make */
export function readWaiting(value: unknown): Waiting {
	const parsed = waitingShape.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new Error('what it waits for was not kept, or by another version of this node');
}

/** What tells the address of a campaign from all others. */
export function addressKey(context: IExecuteFunctions | IWebhookFunctions, slug: string): string {
	return JSON.stringify([credentialIdOf(context.getNode(), vendor), slug]);
}

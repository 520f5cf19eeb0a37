// What became of an upload to LeadGenius, by the records' own IDs: at LeadGenius, and in n8n.
import { z } from 'zod';
import type { Execution, Item } from '../../../host/execution.mts';
import type { SandboxProcess } from '../../../sandbox/client.mts';

const UPLOAD_PATH = '/api/v1/enrichment/upload/';

const uploadShape = z.object({
	slug: z.string(),
	records: z.array(z.object({ org_record_id: z.string() })),
});

/** The IDs of the records that LeadGenius has taken for a campaign, as often as it was sent them. */
export async function received(sandbox: SandboxProcess, slug: string): Promise<string[]> {
	const requests = await sandbox.requests();
	return requests
		.filter(({ path, method, accepted }) => path === UPLOAD_PATH && method === 'POST' && accepted)
		.map(({ body }) => uploadShape.parse(body))
		.filter((upload) => upload.slug === slug)
		.flatMap(({ records }) => records.map((record) => record.org_record_id));
}

/** The IDs of the records that a campaign has. */
export async function recordsAt(sandbox: SandboxProcess, slug: string): Promise<string[]> {
	const { campaigns } = (await sandbox.state()).leadGenius;
	const found = campaigns.find((campaign) => campaign.slug === slug);
	return (found?.records ?? []).map(({ sent }) => String(sent.org_record_id));
}

/** How many requests with records of a campaign have arrived. */
export async function uploadsBegun(sandbox: SandboxProcess): Promise<number> {
	return (await sandbox.summary()).byPath[UPLOAD_PATH] ?? 0;
}

/** What n8n stored of one execution of an upload. */
export interface Stored {
	readonly sent: number;
	readonly skipped: number;
	/** The places of the input items that its output stands for. */
	readonly places: readonly number[];
}

const output = z.object({ records_sent: z.number(), records_skipped: z.number().default(0) });
const link = z.object({ item: z.number() });

/** @param execution one that has ended well */
export function storedBy(execution: Execution | undefined): Stored {
	const items = execution?.data.Upload?.items ?? [];
	const told = items.map(({ json }) => output.parse(json));
	return {
		sent: told.reduce((sum, { records_sent }) => sum + records_sent, 0),
		skipped: told.reduce((sum, { records_skipped }) => sum + records_skipped, 0),
		places: items.flatMap(placesOf).toSorted((a, b) => a - b),
	};
}

function placesOf({ pairedItem }: Item): number[] {
	return z
		.array(link)
		.parse([pairedItem].flat())
		.map(({ item }) => item);
}

/** The IDs of so many accounts of `uploadWorkflow`. */
export function accountIds(count: number): string[] {
	return Array.from({ length: count }, (_, at) => `A${at}`);
}

/** Those of a list that are in it more than once. */
export function twice(ids: readonly string[]): string[] {
	const seen = new Set<string>();
	return ids.filter((id) => seen.size === seen.add(id).size);
}

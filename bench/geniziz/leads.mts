// The leads that the benches read, and the same read by a program of one's own.
import { Pool } from 'undici';
import { z } from 'zod';
import { GENIZIZ_SEED, type SandboxProcess } from '../../sandbox/client.mts';
import { geniziz } from '../../test/support/vendors/geniziz.mts';

/** Where Geniziz has its leads. */
export const LEADS_PATH = '/api/v1/lead/';
/** The most that Geniziz gives at once. */
export const PAGE = 200;
/** As many pages as the node asks for at once. */
const PAGES_AHEAD = 4;

type Lead = Record<string, unknown>;

/** Checked as cheaply as a program of one's own would. */
const pageSchema = z.object({ data: z.custom<Lead[]>(Array.isArray), has_more: z.boolean() });

/** The headers with which a program of one's own comes in. */
export function keyHeaders({ genizizKey }: SandboxProcess) {
	return geniziz.headers(genizizKey);
}

/** Makes so many leads the only ones of a Geniziz as new. */
export async function onlyLeads({ geniziz }: SandboxProcess, count: number): Promise<void> {
	await geniziz.remove(GENIZIZ_SEED.lead);
	await geniziz.makeLeads({ count });
}

/**
 * Reads all leads in order, four pages at a time. `ms` is the time until the last one is there.
 *
 * @throws Error when a page is refused
 */
export async function readByHand(sandbox: SandboxProcess): Promise<{ leads: Lead[]; ms: number }> {
	const pool = new Pool(sandbox.url, { connections: PAGES_AHEAD });
	const headers = keyHeaders(sandbox);
	const ahead: Array<Promise<z.infer<typeof pageSchema>>> = [];
	let skip = 0;
	const read = async (path: string) => {
		const answer = await pool.request({ method: 'GET', path, headers });
		const body = await answer.body.json();
		if (answer.statusCode !== 200) throw new Error(`Geniziz answered ${answer.statusCode}`);
		return pageSchema.parse(body);
	};
	const leads: Lead[] = [];
	const started = performance.now();
	for (let more = true; more; ) {
		for (; ahead.length < PAGES_AHEAD; skip += PAGE) {
			ahead.push(read(`${LEADS_PATH}?_limit=${PAGE}&_skip=${skip}`));
		}
		const page = await ahead.shift();
		for (const lead of page?.data ?? []) leads.push(lead);
		more = page?.has_more ?? false;
	}
	const ms = performance.now() - started;
	await Promise.all(ahead);
	await pool.close();
	return { leads, ms };
}

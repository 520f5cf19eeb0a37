// LeadGenius as a program of one's own would use it: undici, batches of 200, 8 requests at a time,
// and at most 50 of them a minute.
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { inParallel } from '../inParallel.mts';
import { people } from '../people.mts';

/** The campaign of the benches; the first upload makes it. */
export const CAMPAIGN = 'bench';

const UPLOAD = '/api/v1/enrichment/upload/';
const AT_ONCE = 8;
const BATCH = 200;
const REQUESTS = 50;
const WINDOW_MS = 60_000;
const FIELDS = [
	'contact_email',
	'contact_first_name',
	'contact_last_name',
	'org_company_name',
	'org_website',
] as const;

/** Records that LeadGenius can be sent. */
export function contacts(count: number): Array<Record<string, string>> {
	return people(count, FIELDS);
}

/**
 * Uploads records and returns how long it took, in ms.
 *
 * @throws Error when a request is refused
 */
export async function uploadByHand(
	url: string,
	key: string,
	records: ReadonlyArray<Record<string, string>>,
): Promise<number> {
	const pool = new Pool(url, { connections: AT_ONCE });
	const headers = { authorization: `Token ${key}`, 'content-type': 'application/json' };
	const answeredAt: number[] = [];
	const answers: unknown[] = [];
	const started = performance.now();
	await inParallel(Math.ceil(records.length / BATCH), AT_ONCE, async (index) => {
		// The window counts from the answers, as the node's does.
		const free = (answeredAt[index - REQUESTS] ?? 0) + WINDOW_MS;
		if (index >= REQUESTS) await sleep(Math.max(0, free - performance.now()));
		const part = records.slice(index * BATCH, (index + 1) * BATCH);
		const body = JSON.stringify({
			slug: CAMPAIGN,
			type: 'datahub',
			fields: ['contact_email'],
			records: part,
		});
		const answer = await pool.request({ method: 'POST', path: UPLOAD, headers, body });
		answers[index] = await answer.body.json();
		answeredAt.push(performance.now());
		if (answer.statusCode !== 201) throw new Error(`LeadGenius answered ${answer.statusCode}`);
	});
	const ms = performance.now() - started;
	await pool.close();
	return ms;
}

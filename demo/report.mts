// What the demo prints about a run.
import { z } from 'zod';
import type { Execution } from '../host/execution.mts';
import { RESULT_NODE } from './templates.mts';

const row = z.object({ email: z.string(), company: z.string(), genpage_url: z.string().url() });

/** One lead with its page. */
export type PageRow = z.infer<typeof row>;

/** Leads that demo/leads.csv holds. */
export const EXPECTED_PAGES = 500;

const SHOWN_ROWS = 8;

/**
 * Reads the pages from a finished run.
 * @throws Error in plain words when it is not one page with an address for every lead
 */
export function pagesOf(execution: Execution): PageRow[] {
	if (execution.status !== 'success') {
		const { message, description } = execution.error ?? { message: 'no reason given' };
		const where = execution.lastNode === undefined ? '' : ` in the node "${execution.lastNode}"`;
		throw new Error(
			`The workflow ended with status "${execution.status}"${where}: ` +
				[message, description].filter((text) => typeof text === 'string').join('\n'),
		);
	}
	const items = execution.data[RESULT_NODE]?.items ?? [];
	const rows = items.flatMap(({ json }) => {
		const parsed = row.safeParse(json);
		return parsed.success ? [parsed.data] : [];
	});
	const different = new Set(rows.map(({ genpage_url }) => genpage_url)).size;
	if (rows.length !== EXPECTED_PAGES || different !== EXPECTED_PAGES) {
		throw new Error(
			`Expected ${EXPECTED_PAGES} leads, each with a page of its own, but got ${items.length} ` +
				`items, ${rows.length} of them with a page address, ${different} different ones.`,
		);
	}
	return rows;
}

/** A short table: the first rows and how many more there are. */
export function tableOf(rows: PageRow[]): string {
	const head: PageRow = { email: 'Lead', company: 'Company', genpage_url: 'Page' };
	const shown = [head, ...rows.slice(0, SHOWN_ROWS)];
	const emailWidth = Math.max(...shown.map(({ email }) => email.length));
	const companyWidth = Math.max(...shown.map(({ company }) => company.length));
	const lines = shown.map(({ email, company, genpage_url }) =>
		['', email.padEnd(emailWidth), company.padEnd(companyWidth), genpage_url].join('  '),
	);
	return [...lines, `  ... and ${rows.length - SHOWN_ROWS} more`].join('\n');
}

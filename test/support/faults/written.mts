// The part of docs/reliability.md that these tests write.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'docs/reliability.md';
const [START, END] = ['<!-- faults -->', '<!-- /faults -->'];
const COMMAND = 'RELIABILITY=write npm run test:engine -- engine/faults';

/**
 * Compares the tables in the document with those that came, or writes them there when the environment
 * has RELIABILITY=write.
 *
 * @throws with the command that writes them, and the first row that is another, when they differ
 */
export function bringUpToDate(tables: string): void {
	const text = readFileSync(FILE, 'utf8');
	const [before, rest] = text.split(START);
	const [written, after] = rest?.split(END) ?? [];
	if (written === undefined) throw new Error(`${FILE} lacks the lines ${START} and ${END}`);
	const wanted = `\n\n${tables}\n\n`;
	if (written === wanted) return;
	if (process.env.RELIABILITY === 'write') {
		writeFileSync(FILE, [before, START, wanted, END, after].join(''));
		return;
	}
	const rows = new Set(written.split('\n'));
	const other = tables.split('\n').find((row) => !rows.has(row)) ?? 'rows that are no more';
	throw new Error(`${FILE} does not tell what came; ${COMMAND} renews it. First: ${other}`);
}

// The tables of docs/reliability.md: what came of each fault, with equal outcomes in one row.
import { cellsOf, pairsOf, type Pair } from './cells.mts';
import type { Family, Fault } from './fault.mts';
import { namesOf } from './groups.mts';
import type { Outcome } from './matrix.mts';

const HEAD = [
	'| Fault | Operations | Once | Again and again | What the error says |',
	'|---|---|---|---|---|',
];

/** All tables in Markdown. */
export function tablesOf(families: readonly Family[], outcomes: readonly Outcome[]): string {
	return families
		.map(({ title, faults }) => `### ${title}\n\n${tableOf(faults, outcomes)}`)
		.join('\n\n');
}

/** Faults of which the same came are told once. */
function tableOf(faults: readonly Fault[], outcomes: readonly Outcome[]): string {
	const byRows = new Map<string, Fault[]>();
	for (const fault of faults) {
		const rows = rowsOf(pairsOf(outcomes, fault)).join('\n');
		byRows.set(rows, [...(byRows.get(rows) ?? []), fault]);
	}
	const body = [...byRows].flatMap(([rows, same]) => {
		const names = same.map(({ name }) => name).join('; ');
		return rows.split('\n').map((row, at) => `| ${at === 0 ? names : ''} ${row}`);
	});
	return [...HEAD, ...body].join('\n');
}

function rowsOf(pairs: readonly Pair[]): string[] {
	const all = pairs.map(({ once }) => once);
	const byCells = new Map<string, Outcome[]>();
	for (const pair of pairs) {
		const cells = cellsOf(pair).join(' | ');
		byCells.set(cells, [...(byCells.get(cells) ?? []), pair.once]);
	}
	return [...byCells].map(([cells, some]) => `| ${namesOf(some, all)} | ${cells} |`);
}

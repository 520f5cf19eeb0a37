// Rows: figures beside their targets.
import { medianOf, spreadOf } from '../spread.mts';
import type { Contender } from '../turns.mts';
import type { Figure, Row, Target } from './shapes.mts';

const RULES: Record<Target['is'], (figure: number, value: number) => boolean> = {
	'at least': (figure, value) => figure >= value,
	'at most': (figure, value) => figure <= value,
	above: (figure, value) => figure > value,
	below: (figure, value) => figure < value,
};

/** A figure that has nothing beside it. */
export function plainRow(work: string, unit: string, runs: number[], target: Target): Row {
	return { work, ours: { unit, runs }, target };
}

/** How many times faster ours was than theirs, turn by turn. */
export function fasterRow(work: string, ours: Contender, theirs: Contender, target: Target): Row {
	return { ...times(work, ours, theirs), ratio: over(msOf(theirs), msOf(ours)), target };
}

/** How many times as long as theirs ours took, turn by turn. */
export function longerRow(work: string, ours: Contender, theirs: Contender, target: Target): Row {
	return { ...times(work, ours, theirs), ratio: over(msOf(ours), msOf(theirs)), target };
}

/** How many times as much as theirs ours is, of something that is counted in a unit. */
export function moreRow(
	work: string,
	ours: Figure,
	theirs: Figure & { who: string },
	target: Target,
): Row {
	return { work, ours, theirs, ratio: over(ours.runs, theirs.runs), target };
}

/** Ratios of figures, one by one. */
function over(figures: readonly number[], others: readonly number[]): Figure {
	const runs = figures.flatMap((figure, index) => {
		const other = others[index];
		return other === undefined ? [] : figure / other;
	});
	return { unit: 'x', runs };
}

function times(
	work: string,
	ours: Contender,
	theirs: Contender,
): Pick<Row, 'work' | 'ours' | 'theirs'> {
	return {
		work,
		ours: { unit: 'ms', runs: msOf(ours) },
		theirs: { who: theirs.label, unit: 'ms', runs: msOf(theirs) },
	};
}

function msOf({ runs }: Contender): number[] {
	return runs.map(({ ms }) => ms);
}

/** Whether the median is as the target wants it. */
export function isMet({ ratio, ours, target: { is, value } }: Row): boolean {
	return RULES[is](medianOf((ratio ?? ours).runs), value);
}

/** A figure as text: '33.1 (30.2 to 35.0) x'. */
export function figureText({ runs, unit }: Figure): string {
	return `${spreadOf(runs)} ${unit}`.trimEnd();
}

/** A target as text: 'at least 40 x'. */
export function targetText({ target: { is, value }, ratio, ours }: Row): string {
	return `${is} ${value.toLocaleString('en')} ${(ratio ?? ours).unit}`.trimEnd();
}

/** Prints rows as a small table of what was measured, its target, and whether that is met. */
export function printRows(rows: readonly Row[]): void {
	for (const row of rows) {
		const { work, ours, theirs, ratio } = row;
		const verdict = isMet(row) ? 'PASS' : 'MISSED';
		const other = theirs ? ` against ${figureText(theirs)} of ${theirs.who}` : '';
		console.log(`  ${verdict.padEnd(6)} ${work}: ${figureText(ratio ?? ours)}, ${targetText(row)}`);
		if (ratio) console.log(`         ${figureText(ours)}${other}`);
	}
}

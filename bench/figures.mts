// Figures beside their targets.

/** Prints a figure, its target, and whether it is met. */
export function printFigure(name: string, figure: string, target: string, isMet: boolean): void {
	const verdict = isMet ? 'PASS' : 'MISSED';
	console.log(
		`    ${name.padEnd(34)} ${figure.padStart(24)}   target: ${target.padEnd(22)} ${verdict}`,
	);
}

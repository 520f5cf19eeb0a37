/** The median of several figures with the smallest and the largest: '24.1 (22.8 to 25.0)'. */
export function spreadOf(figures: readonly number[]): string {
	const sorted = [...figures].sort((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)];
	const shown = (figure: number | undefined) =>
		figure === undefined ? '?' : figure.toFixed(figure < 100 ? 1 : 0);
	return `${shown(middle)} (${shown(sorted[0])} to ${shown(sorted.at(-1))})`;
}

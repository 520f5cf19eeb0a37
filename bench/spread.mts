/** The one in the middle. NaN where there is none. */
export function medianOf(figures: readonly number[]): number {
	const sorted = [...figures].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of several figures with the smallest and the largest: '24.1 (22.8 to 25.0)'. */
export function spreadOf(figures: readonly number[]): string {
	if (figures.length === 0) return '?';
	const median = shown(medianOf(figures));
	if (figures.length === 1) return median;
	return `${median} (${shown(Math.min(...figures))} to ${shown(Math.max(...figures))})`;
}

function shown(figure: number): string {
	if (Number.isInteger(figure)) return figure.toLocaleString('en');
	if (figure >= 100) return Math.round(figure).toLocaleString('en');
	return figure.toFixed(figure < 10 ? 2 : 1);
}

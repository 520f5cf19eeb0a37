/** What grows with what: both above 0. */
export type Point = readonly [size: number, figure: number];

/**
 * The slope of a straight line through the logarithms: 1 where the figure grows as the size does, 2 where it
 * grows with its square. NaN for fewer than two sizes.
 */
export function slopeOf(points: readonly Point[]): number {
	const logs = points.map(([size, figure]) => [Math.log(size), Math.log(figure)] as const);
	const [x, y] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
	const both = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
	return both / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

function mean(figures: readonly number[]): number {
	return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

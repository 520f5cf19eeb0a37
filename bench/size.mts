// How much the benches do. With --quick, a tenth of it and once: to see that they work.

/** Whether the figures say nothing and are not kept. */
export const isQuick = process.argv.includes('--quick');

const QUICK_PART = 10;

/** How many items of so many. */
export function sized(items: number): number {
	return isQuick ? items / QUICK_PART : items;
}

/** How many turns, rounds or runs of so many. */
export function often(times: number): number {
	return isQuick ? 1 : times;
}

/** A number as text: '10,000'. */
export function count(items: number): string {
	return items.toLocaleString('en');
}

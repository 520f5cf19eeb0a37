/** Does numbered tasks, from 0, so many at a time and started in order. */
export async function inParallel(
	count: number,
	atOnce: number,
	task: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < count) await task(next++);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}

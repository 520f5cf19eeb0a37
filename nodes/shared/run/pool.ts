/**
 * Works through a list with so many tasks at a time, started in order.
 *
 * After the first failure no further task is started; those under way are waited for, so that
 * nothing a vendor accepts goes unnoticed.
 *
 * @param size how many tasks may be under way at once; it may change meanwhile
 * @throws what the first failing task threw
 */
export async function pool<T>(
	items: readonly T[],
	size: () => number,
	task: (item: T) => Promise<void>,
): Promise<void> {
	const failures: unknown[] = [];
	let underWay = 0;
	let wake = () => {};
	const oneEnds = async () =>
		await new Promise<void>((resolve) => {
			wake = resolve;
		});
	const work = async (item: T) => {
		underWay++;
		await task(item).catch((error: unknown) => failures.push(error));
		underWay--;
		wake();
	};
	for (const item of items) {
		while (underWay >= size()) await oneEnds();
		if (failures.length > 0) break;
		void work(item);
	}
	while (underWay > 0) await oneEnds();
	if (failures.length > 0) throw failures[0];
}

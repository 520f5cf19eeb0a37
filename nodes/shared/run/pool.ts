/**
 * Works through a list with so many tasks at a time, started in order.
 *
 * After the first failure no further task is started; those under way are waited for, so that
 * nothing a vendor accepts goes unnoticed.
 *
 * @param size how many tasks may be under way at once
 * @throws what the first failing task threw
 */
export async function pool<T>(
	items: readonly T[],
	size: number,
	task: (item: T) => Promise<void>,
): Promise<void> {
	const failures: unknown[] = [];
	const queue = items.values();
	const worker = async () => {
		for (const item of queue) {
			await task(item).catch((error: unknown) => failures.push(error));
			if (failures.length > 0) return;
		}
	};
	await Promise.all(Array.from({ length: Math.min(size, items.length) }, worker));
	if (failures.length > 0) throw failures[0];
}

// GenPage's jobs as the trigger outputs them, and the time that passes for it.

export const HOUR_MS = 60 * 60 * 1000;

/** A job that has ended well. */
export function completed(job_id: string | undefined, rows: number) {
	return { job_id, status: 'completed', processed_rows: rows, total_rows: rows };
}

/** A job that could not be finished. */
export function failed(job_id: string, processed_rows: number, total_rows: number) {
	return { job_id, status: 'failed', processed_rows, total_rows };
}

/** Has something done as if it were so much later, in ms. */
export async function later(ms: number, work: () => Promise<unknown>): Promise<void> {
	const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + ms);
	await work().finally(() => {
		clock.mockRestore();
	});
}

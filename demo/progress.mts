// Progress on the terminal: what is being done, and for how long.

/**
 * Runs one step of the demo and shows its name and, when it is over, its time.
 * @param title what is being done
 * @param work the step
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	const stopTicking = tick((elapsed) => `${title} ... ${elapsed}`);
	try {
		const result = await work();
		stopTicking();
		console.log(`✓ ${title} (${seconds(started)})`);
		return result;
	} catch (error) {
		stopTicking();
		console.log(`✗ ${title} (${seconds(started)})`);
		throw error;
	}
}

/** Rewrites one line every second; without a terminal it prints the line once. */
function tick(line: (elapsed: string) => string): () => void {
	const started = Date.now();
	if (!process.stdout.isTTY) {
		console.log(line('').trimEnd());
		return () => undefined;
	}
	const show = (): void => {
		process.stdout.write(`\r\u001b[K  ${line(seconds(started))}`);
	};
	show();
	const timer = setInterval(show, 1000);
	return () => {
		clearInterval(timer);
		process.stdout.write('\r\u001b[K');
	};
}

function seconds(started: number): string {
	return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

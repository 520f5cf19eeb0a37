// A vendor that works on so many requests at a time: the others wait, and so get slower answers.

/** Lets tasks in, the first to come first. */
export class Capacity {
	#free: number;
	readonly #waiting: (() => void)[] = [];

	/** @param places how many tasks may be under way; 0 = any number */
	constructor(places: number) {
		this.#free = places === 0 ? Infinity : places;
	}

	/** Does a task once there is a place for it. @throws what the task throws */
	async work(task: () => Promise<void>): Promise<void> {
		if (this.#free > 0) this.#free -= 1;
		else await new Promise<void>((enter) => this.#waiting.push(enter));
		try {
			await task();
		} finally {
			// Who waits takes the place over; it is not free in between.
			const enter = this.#waiting.shift();
			if (enter) enter();
			else this.#free += 1;
		}
	}
}

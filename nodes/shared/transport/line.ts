import { unlessCancelled } from './pause';

const ignore = () => {};

/** Those who stand in line for the same thing come to it one after the other, in the order of the calls. */
export class Line<Key> {
	private readonly last = new Map<Key, Promise<void>>();

	/** Whether anybody stands in line for a thing. */
	has(key: Key): boolean {
		return this.last.has(key);
	}

	/**
	 * @param come waits for the thing once all before are through, and takes it
	 * @param giveBack is called with what was taken after whoever stood in line had gone
	 * @throws what come throws; CancelledError at once, also for who stands behind others
	 */
	async take<Thing>(
		key: Key,
		come: () => Promise<Thing>,
		giveBack: (unused: Thing) => void,
		signal: AbortSignal | undefined,
	): Promise<Thing> {
		const before = this.last.get(key) ?? Promise.resolve();
		const mine = before.then(come);
		const through = mine.then(ignore, ignore).then(() => {
			if (this.last.get(key) === through) this.last.delete(key);
		});
		this.last.set(key, through);
		const taken = unlessCancelled(mine, signal);
		taken.catch(() => {
			void mine.then(giveBack, ignore);
		});
		return await taken;
	}
}

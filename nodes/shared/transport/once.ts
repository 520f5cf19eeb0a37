/**
 * What is found out at most once a run and credential, however many items need it: the one who
 * needs it first asks, the others wait for the same answer, and get the same error.
 */
export class Once<Found> {
	private readonly found = new WeakMap<object, Map<string, Promise<Found>>>();

	/**
	 * @param holder what is found is kept as long as it lives
	 * @param key tells apart what is found out about several things
	 * @param ask finds it out
	 * @throws what asking threw, also to those who come later
	 */
	async get(holder: object, key: string, ask: () => Promise<Found>): Promise<Found> {
		const known = this.found.get(holder) ?? new Map<string, Promise<Found>>();
		this.found.set(holder, known);
		const before = known.get(key);
		if (before) return await before;
		const asked = ask();
		known.set(key, asked);
		return await asked;
	}
}

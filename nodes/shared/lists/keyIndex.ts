/** Things by the keys that they are known by. Of keys that nobody asks for nothing is kept. */
export class KeyIndex<Thing> {
	private readonly things: ReadonlyMap<string, Set<Thing>>;
	private readonly keys = new Map<Thing, readonly string[]>();

	/** @param wanted the keys that will be asked for */
	constructor(wanted: readonly string[]) {
		this.things = new Map(wanted.map((key) => [key, new Set<Thing>()]));
	}

	/** Whether anybody asks for one of the keys. */
	asksFor(keys: readonly string[]): boolean {
		return keys.some((key) => this.things.has(key));
	}

	/** Notes by which keys a thing is known from now on. */
	put(thing: Thing, keys: readonly string[]): void {
		for (const key of this.keys.get(thing) ?? []) this.things.get(key)?.delete(thing);
		this.keys.set(thing, keys);
		for (const key of keys) this.things.get(key)?.add(thing);
	}

	/** The things that are known by one of the keys, in the order in which they were put there. */
	at(keys: readonly string[]): Thing[] {
		return [...new Set(keys.flatMap((key) => [...(this.things.get(key) ?? [])]))];
	}
}

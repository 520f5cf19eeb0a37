/**
 * What a process notes of things that come and go, by their keys: so many at most, and the one that was
 * noted longest ago is forgotten first. Not all of them tell when they are over.
 */
export class Recent<Value> {
	private readonly noted = new Map<string, Value>();

	constructor(private readonly most: number) {}

	get(key: string): Value | undefined {
		return this.noted.get(key);
	}

	/** Notes it as the newest. */
	set(key: string, value: Value): void {
		this.noted.delete(key);
		this.noted.set(key, value);
		const [oldest] = this.noted.keys();
		if (this.noted.size > this.most && oldest !== undefined) this.noted.delete(oldest);
	}

	delete(key: string): void {
		this.noted.delete(key);
	}
}

// What a trigger should emit, as the model knows it.

/** The pieces of news of a history: each change of a record is one, named by a text. */
export class News {
	/** All that may be emitted: a piece that another one followed may have come and gone unseen. */
	readonly possible = new Set<string>();
	private readonly last = new Map<string, string>();
	private hasBegun = false;

	/** From now on what happens is news. */
	begin(): void {
		this.hasBegun = true;
	}

	/**
	 * Something happened to a record.
	 *
	 * @param isDue false where the vendor's documents do not let anybody tell it from what is old
	 */
	happened(record: string, piece: string, isDue = true): void {
		if (!this.hasBegun) return;
		this.possible.add(piece);
		if (isDue) this.last.set(record, piece);
		else this.last.delete(record);
	}

	/** A record is there no longer: what was not seen of it is gone. */
	gone(record: string): void {
		this.last.delete(record);
	}

	/** What must have been emitted by the end. */
	get due(): string[] {
		return [...this.last.values()];
	}
}

import type { IDataObject } from 'n8n-workflow';

/** The records of a list that were read so far, by their IDs. */
export class Known {
	private readonly ids = new Set<string>();

	/** Whether a record was read before; one without an ID is never known. */
	has(record: IDataObject | undefined): boolean {
		const id = record && idOf(record);
		return id !== undefined && this.ids.has(id);
	}

	/** Those of a page that were not read before. A list that shifts gives some of them twice. */
	fresh(page: readonly IDataObject[]): IDataObject[] {
		return page.filter((record) => {
			const id = idOf(record);
			if (id === undefined) return true;
			if (this.ids.has(id)) return false;
			this.ids.add(id);
			return true;
		});
	}
}

/** A record's ID; undefined where it has none, or was asked for without it. */
export function idOf({ id }: IDataObject): string | undefined {
	return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** Appends one by one: spreading a large page into push() overflows the stack. */
export function append(all: IDataObject[], records: readonly IDataObject[], limit: number): void {
	for (const record of records) {
		if (all.length >= limit) return;
		all.push(record);
	}
}

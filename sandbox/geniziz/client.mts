// The control endpoints of Geniziz for tests, the demo and benches.
import { clockTimeSchema, madeLeadsSchema, recordsSchema } from './shapes.mts';
import type { ClockInput, CollectionName, MakeInput, MakeLeadsInput, Stored } from './shapes.mts';

/** What a test can make Geniziz do. Nothing of it is checked or has consequences. */
export interface GenizizControl {
	/** Makes leads, also 20,000 of them. Resolves to their ids. */
	makeLeads(input: MakeLeadsInput): Promise<string[]>;
	/** Makes records; their ids and dates may be among the values. Resolves to the records. */
	make(
		collection: CollectionName,
		records: MakeInput['records'],
		workspace?: MakeInput['workspace'],
	): Promise<Stored[]>;
	/** Changes a record. `date_updated` stays, unless it is among the values. */
	change(id: string, values: Readonly<Record<string, unknown>>): Promise<Stored[]>;
	/** Deletes records and leaves their children. Resolves to the records. */
	remove(...ids: string[]): Promise<Stored[]>;
	/** Puts the vendor's clock ahead, back or to a halt. Resolves to its time. */
	setClock(input: ClockInput): Promise<string>;
}

/** @param post sends JSON to a path below the control endpoints and reads JSON */
export function genizizControl(
	post: (path: string, body: object) => Promise<unknown>,
): GenizizControl {
	const recordsOf = async (path: string, body: object): Promise<Stored[]> =>
		recordsSchema.parse(await post(path, body)).records;
	return {
		makeLeads: async (input) => madeLeadsSchema.parse(await post('geniziz/leads', input)).ids,
		make: (collection, records, workspace) =>
			recordsOf('geniziz/make', { collection, records, workspace }),
		change: (id, values) => recordsOf('geniziz/change', { id, values }),
		remove: (...ids) => recordsOf('geniziz/remove', { ids }),
		setClock: async (input) => clockTimeSchema.parse(await post('geniziz/clock', input)).now,
	};
}

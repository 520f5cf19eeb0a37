// Geniziz in histories: leads, activities and opportunities, in lists of any order.
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SANDBOX_GENIZIZ_KEY } from '../../../sandbox/geniziz/key.mts';
import {
	DEFAULT_GENIZIZ,
	orderSchema,
	withGeniziz,
	type Order,
} from '../../../sandbox/geniziz/settings.mts';
import type { Stored } from '../../../sandbox/geniziz/shapes.mts';
import { createGeniziz } from '../../../sandbox/geniziz/vendor.mts';
import type { VendorRequest } from '../../../sandbox/vendor.mts';
import { documentsOfRun } from '../documents.mts';
import { geniziz } from '../vendors/geniziz.mts';
import type { Clocks } from './clocks.mts';
import { News } from './news.mts';
import { pick, type MakeWorld, type World } from './world.mts';

export type { Order };

/** What an event is about, and what news of it is. */
export interface Watching {
	readonly event: string;
	readonly collection: 'leads' | 'activities' | 'opportunities';
	/** What is set in each record. */
	readonly values?: IDataObject;
	/** What is news: that a record is there, or that it was changed. */
	readonly news: 'creation' | 'change';
	readonly parameters?: INodeParameters;
}

/** The orders that a list without a documented one may have. */
export const orders: fc.Arbitrary<Order> = fc.constantFrom(...orderSchema.options);

/** A lead or opportunity as the trigger shows it; each change has a number of its own. */
const pieceOfChange = ({ id, value }: { readonly id?: unknown; readonly value?: unknown }) =>
	JSON.stringify([id, value]);

const pieceOfCreation = ({ id }: { readonly id?: unknown }) => JSON.stringify(id);

class GenizizWorld implements World {
	readonly vendor = geniziz;
	readonly key = SANDBOX_GENIZIZ_KEY;
	readonly news = new News();
	readonly parameters: INodeParameters;
	private readonly clocks: Clocks;
	private readonly watching: Watching;
	private readonly geniziz;
	private changes = 0;
	/** Records that the trigger has surely seen. */
	private readonly seen = new Set<string>();

	constructor(clocks: Clocks, watching: Watching, order: Order) {
		this.clocks = clocks;
		this.watching = watching;
		const change = { documents: documentsOfRun(), order, rateLimit: 0 };
		const settings = withGeniziz(DEFAULT_GENIZIZ, change);
		this.geniziz = createGeniziz({ geniziz: settings });
		const { event, parameters = {} } = watching;
		this.parameters = { event, ...parameters };
		this.settle();
	}

	create(count: number, late: number): void {
		const at = new Date(this.clocks.ago(late)).toISOString();
		const { news, values } = this.watching;
		for (let made = 0; made < count; made++) {
			const value = this.changes++;
			// IDs in no order of time, and the same each time.
			const id = `r${(value * 7919) % 10_007}`;
			this.collection.make({ ...values, id, value, date_created: at }, at);
			if (news === 'creation') this.news.happened(id, pieceOfCreation({ id }));
		}
	}

	change(which: number): void {
		const record = pick(this.records, which);
		if (!record) return;
		const value = this.changes++;
		const at = Math.max(this.clocks.vendorNow, Date.parse(record.date_updated) + 1);
		this.collection.change(record, { value, date_updated: new Date(at).toISOString() });
		if (this.watching.news !== 'change') return;
		this.news.happened(record.id, pieceOfChange(record), this.canTellChange(record));
	}

	remove(which: number): void {
		const record = pick(this.records, which);
		if (!record) return;
		this.collection.remove(record.id);
		this.news.gone(record.id);
	}

	settle(): void {
		for (const { id } of this.records) this.seen.add(id);
	}

	answer(request: VendorRequest) {
		return this.geniziz.answer(request);
	}

	pieceOf(item: IDataObject): string {
		return this.watching.news === 'creation' ? pieceOfCreation(item) : pieceOfChange(item);
	}

	/** An opportunity without a time of change can only be compared with what it was. */
	private canTellChange({ id }: Stored): boolean {
		return this.watching.collection === 'leads' || this.seen.has(id);
	}

	private get collection() {
		return this.geniziz.store().main.collections[this.watching.collection];
	}

	private get records(): Stored[] {
		return this.collection.all;
	}
}

/** Makes a Geniziz whose lists have an order. */
export function genizizWorld(watching: Watching) {
	return (order: Order): MakeWorld =>
		(clocks) =>
			new GenizizWorld(clocks, watching, order);
}

// A vendor of plain records in histories: GrowthGenius and Skarbe.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { change, type Records } from '../../../sandbox/shared/records.mts';
import type { VendorAnswer, VendorRequest } from '../../../sandbox/vendor.mts';
import type { TestedVendor } from '../vendor.mts';
import type { Clocks } from './clocks.mts';
import { News } from './news.mts';
import { pick, type World } from './world.mts';

/** What is special about such a vendor. */
export interface RecordVendor {
	readonly vendor: TestedVendor;
	readonly key: string;
	readonly parameters: INodeParameters;
	/** The records that the trigger watches. */
	readonly records: Records;
	/** A field that gets another value with each change; undefined where changes are no news. */
	readonly changing?: string;
	readonly api: { answer(request: VendorRequest): VendorAnswer };
}

/** Such a vendor, with what happens to its records. */
export class RecordWorld implements World {
	readonly vendor: TestedVendor;
	readonly key: string;
	readonly parameters: INodeParameters;
	readonly news = new News();
	private readonly its: RecordVendor;
	private readonly clocks: Clocks;
	private changes = 0;

	constructor(clocks: Clocks, its: RecordVendor) {
		this.clocks = clocks;
		this.its = its;
		({ vendor: this.vendor, key: this.key, parameters: this.parameters } = its);
	}

	create(count: number, late: number): void {
		for (let made = 0; made < count; made++) {
			const values = this.nextValues();
			const { id } = this.its.records.add(values, this.clocks.ago(late));
			this.news.happened(String(id), this.pieceOf({ id, ...values }));
		}
	}

	change(which: number): void {
		const record = pick(this.its.records.all, which);
		if (!record) return;
		const values = this.nextValues();
		change(record, values, Math.max(this.clocks.vendorNow, record.updatedAt + 1));
		if (this.its.changing === undefined) return;
		this.news.happened(String(record.id), this.pieceOf({ id: record.id, ...values }));
	}

	remove(which: number): void {
		const record = pick(this.its.records.all, which);
		if (!record) return;
		this.its.records.remove(record.id);
		this.news.gone(String(record.id));
	}

	answer(request: VendorRequest): VendorAnswer {
		return this.its.api.answer(request);
	}

	pieceOf(item: IDataObject): string {
		const { changing } = this.its;
		return JSON.stringify([item.id, changing === undefined ? null : item[changing]]);
	}

	private nextValues(): IDataObject {
		const { changing = 'firstName' } = this.its;
		return { [changing]: `value ${this.changes++}` };
	}
}

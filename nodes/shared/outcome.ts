import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { CancelledError } from './transport/pause';

/** A record for the output, and the input items that it came from. */
export interface Linked {
	readonly json: IDataObject;
	readonly items: readonly number[];
}

/** Something the vendor took: kept so that a later failure cannot hide it. */
export interface Receipt {
	readonly items: readonly number[];
	/** The vendor's own ID for it, in words: 'job 1234567890'. */
	readonly what: string;
}

/** How many receipts are spelled out in an error; all of them are in its context. */
const RECEIPTS_IN_WORDS = 100;

/**
 * The output of a run: records in the order of their items, each linked to where it came from,
 * and errors in the places of the items that failed.
 */
export class Outcome {
	private readonly slots: INodeExecutionData[][] = [];
	private readonly receipts: Receipt[] = [];
	readonly continueOnFail: boolean;

	constructor(private readonly context: IExecuteFunctions) {
		this.continueOnFail = context.continueOnFail();
	}

	/** Puts records in the places of the items that they came from. */
	add(records: readonly Linked[]): void {
		for (const { json, items } of records) {
			(this.slots[items[0] ?? 0] ??= []).push({ json, pairedItem: links(items) });
		}
	}

	/** Notes what the vendor took. */
	accept(receipt: Receipt): void {
		this.receipts.push(receipt);
	}

	/**
	 * Records a failure: an error item for each item that it hit.
	 *
	 * @throws the error itself when the run must not go on
	 */
	fail(items: readonly number[], error: unknown): void {
		if (error instanceof CancelledError || !this.continueOnFail) throw error;
		const { message, description } = this.nodeError(error, items[0]);
		for (const item of items) {
			// n8n routes items with just these two keys to the error output.
			const json = { error: message, message: description ?? '' };
			(this.slots[item] ??= []).push({ json, pairedItem: { item } });
		}
	}

	/** All output items, in the order of the input. */
	items(): INodeExecutionData[] {
		return this.slots.flat();
	}

	/**
	 * Ends the run with an error that also says what the vendor had taken before.
	 *
	 * @throws NodeApiError or NodeOperationError
	 */
	stop(error: unknown): never {
		const known = this.nodeError(error, undefined);
		if (this.receipts.length > 0) {
			const words = this.receipts.slice(0, RECEIPTS_IN_WORDS).map(receiptWords).join('; ');
			const more = this.receipts.length - RECEIPTS_IN_WORDS;
			const rest = more > 0 ? `; and ${more} more` : '';
			const told = known.description?.replace(/\.?$/, '. ') ?? '';
			known.description = `${told}Already accepted: ${words}${rest}.`;
			known.context.accepted = this.receipts;
		}
		throw known;
	}

	private nodeError(error: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
		if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
		const plain = error instanceof Error ? error : new Error(String(error));
		return new NodeOperationError(this.context.getNode(), plain, { itemIndex });
	}
}

function links(items: readonly number[]): INodeExecutionData['pairedItem'] {
	const [only, ...others] = items;
	if (only !== undefined && others.length === 0) return { item: only };
	return items.map((item) => ({ item }));
}

function receiptWords({ what, items }: Receipt): string {
	const [first, ...others] = items;
	return others.length > 0
		? `${what} (${others.length + 1} items from Item ${first})`
		: `${what} (Item ${first})`;
}

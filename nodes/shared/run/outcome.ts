import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { inputError } from '../form/inputError';
import { CancelledError } from '../transport/pause';
import type { FieldIssue } from '../values/issues';
import { isRecord } from '../values/records';
import { firstOf, plainMessage } from '../values/text';
import { withAccepted, type Receipt } from './receipts';
import { isTool } from './tool';

/** A record for the output, and the input items that it came from. */
export interface OutputRecord {
	readonly json: IDataObject;
	readonly items: readonly number[];
}

/** Why some items have no output. */
export interface Failure {
	readonly items: readonly number[];
	readonly error: unknown;
}

/**
 * What comes of a run: records in the order of their items, each linked to where it came from,
 * and errors in the places of the items that failed. It alone knows of continue-on-fail.
 */
export class Outcome {
	/** The output of each item, by the first item that a record came from; errors stand apart. */
	private readonly slots: INodeExecutionData[][];
	private readonly errors: INodeExecutionData[][] = [];
	private readonly done: Set<number>;
	private readonly receipts: Receipt[];
	/** What the vendor took in earlier tries. */
	private readonly earlier: readonly Receipt[];
	/** What the vendor took for each item in this try. */
	private readonly taken = new Map<number, readonly Receipt[]>();
	private readonly missed: Failure[] = [];
	private readonly continueOnFail: boolean;
	private readonly isTool: boolean;

	/** @param before what an earlier try of the same execution came to */
	constructor(
		private readonly context: IExecuteFunctions,
		before?: Outcome,
	) {
		this.isTool = isTool(context);
		this.continueOnFail = context.continueOnFail() || this.isTool;
		this.earlier = before?.receipts ?? [];
		this.receipts = [...this.earlier];
		this.done = new Set(before?.done);
		this.slots = [...(before?.slots ?? [])];
	}

	/**
	 * Those of some items that are still to be handled. What an earlier try has done is done; what the
	 * vendor took without an answer that could be used is an error, since it is not sent again.
	 */
	toDo(items: readonly number[]): readonly number[] {
		const left = items.filter((item) => !this.done.has(item));
		const taken = this.earlier.filter((receipt) =>
			receipt.items.some((item) => left.includes(item)),
		);
		for (const { items: sent, what } of taken) {
			this.fail({
				items: sent.filter((item) => left.includes(item)),
				error: this.sentBefore(what),
			});
		}
		const sent = new Set(taken.flatMap((receipt) => receipt.items));
		return left.filter((item) => !sent.has(item));
	}

	/** Puts records in the places of the items that they came from. */
	add(records: readonly OutputRecord[]): void {
		for (const { json, items } of records) {
			(this.slots[items[0] ?? 0] ??= []).push({ json, pairedItem: links(items) });
			for (const item of items) this.done.add(item);
		}
	}

	/** Notes what the vendor took; the receipt may be given a better name later. */
	accept(receipt: Receipt): Receipt {
		this.receipts.push(receipt);
		for (const item of receipt.items) {
			this.taken.set(item, [...(this.taken.get(item) ?? []), receipt]);
		}
		return receipt;
	}

	/**
	 * Takes a failure: an error item for each item that it hit.
	 *
	 * @throws the error itself when the run must not go on
	 */
	fail({ items, error }: Failure): void {
		if (error instanceof CancelledError || !this.continueOnFail) throw error;
		const known = this.nodeError(error, items[0]);
		for (const item of items) {
			(this.errors[item] ??= []).push(errorItem(known, item, this.taken.get(item)));
		}
	}

	/**
	 * Takes a failure that must not keep the rest of a run from being done: that something did not come
	 * back. Without continue-on-fail the run ends with it, once all else is there.
	 *
	 * @param isSure false where it may be in the output, only not in its place
	 */
	miss(failure: Failure, isSure: boolean): void {
		if (this.continueOnFail) this.fail(failure);
		else if (isSure) this.missed.push(failure);
	}

	/**
	 * Takes the items whose input is wrong: as error items in their places, or as one error.
	 *
	 * @throws NodeOperationError naming the first bad item, its fields and what to do
	 */
	refuse(bad: ReadonlyMap<number, readonly FieldIssue[]>): void {
		for (const [item, issues] of bad) {
			// A model calls a tool with one item.
			const note = this.continueOnFail && !this.isTool ? '' : nothingSent(bad.size - 1);
			const error = inputError(this.context.getNode(), issues, { index: item, note });
			this.fail({ items: [item], error });
		}
	}

	/** All output items, in the order of the input. */
	items(): INodeExecutionData[] {
		const count = Math.max(this.slots.length, this.errors.length);
		const places = Array.from({ length: count }, (_, item) => item);
		return places.flatMap((item) => [...(this.slots[item] ?? []), ...(this.errors[item] ?? [])]);
	}

	/** How many items go out, and how many of the input tell of an error instead. */
	get counts(): { readonly output: number; readonly refused: number } {
		const sum = (lists: readonly INodeExecutionData[][]) =>
			lists.reduce((all, list) => all + list.length, 0);
		return { output: sum(this.slots), refused: sum(this.errors) };
	}

	/**
	 * Ends a run in which all is done.
	 *
	 * @returns all output items, in the order of the input
	 * @throws NodeApiError or NodeOperationError when something was missed; it names the items, and
	 *   its context holds what came as `output`
	 */
	end(): INodeExecutionData[] {
		const [first, ...others] = this.missed.toSorted(byFirstItem);
		if (!first) return this.items();
		const error = this.nodeError(first.error, first.items[0]);
		const output = this.items().map(({ json }) => json);
		error.context.output = output;
		const told = [
			error.description ?? '',
			others.length > 0 ? `The same goes for ${itemsInWords(others)}.` : '',
			`What came (${output.length} items) is in this error's context as 'output'; it goes on where 'On Error' in the node's Settings is 'Continue'.`,
		];
		error.description = told.filter((part) => part !== '').join(' ');
		return this.stop(error);
	}

	/**
	 * Ends the run with an error that also says what the vendor had taken before.
	 *
	 * @throws NodeApiError or NodeOperationError
	 */
	stop(error: unknown): never {
		const known = this.nodeError(error, undefined);
		if (this.receipts.length > 0) {
			known.description = withAccepted(known.description, this.receipts);
			known.context.accepted = this.receipts;
		}
		throw known;
	}

	private sentBefore(what: string): NodeOperationError {
		return new NodeOperationError(this.context.getNode(), `Sent in an earlier try: ${what}`, {
			description:
				'It was taken, but its answer could not be used. It is not sent again with Retry On Fail: look there.',
		});
	}

	private nodeError(error: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
		if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
		const plain = error instanceof Error ? error : new Error(String(error));
		return new NodeOperationError(this.context.getNode(), plain, { itemIndex });
	}
}

/**
 * An error as an output item: n8n routes those with just these two keys to the error output.
 *
 * @param taken what the vendor took for the item all the same
 */
export function errorItem(
	error: unknown,
	item: number,
	taken: readonly Receipt[] = [],
): INodeExecutionData {
	const description = isRecord(error) ? error.description : undefined;
	const told = typeof description === 'string' ? description : '';
	const message = taken.length > 0 ? withAccepted(told, taken) : told;
	return { json: { error: plainMessage(error), message }, pairedItem: { item } };
}

function nothingSent(alsoWrong: number): string {
	const others = alsoWrong > 0 ? ` ${alsoWrong} more items have such values.` : '';
	return `${others} Nothing was sent.`;
}

function links(items: readonly number[]): INodeExecutionData['pairedItem'] {
	const [only, ...others] = items;
	if (only !== undefined && others.length === 0) return { item: only };
	return items.map((item) => ({ item }));
}

function byFirstItem(one: Failure, other: Failure): number {
	return (one.items[0] ?? 0) - (other.items[0] ?? 0);
}

function itemsInWords(failures: readonly Failure[]): string {
	return firstOf(failures.flatMap(({ items }) => items.map((item) => `Item ${item}`)));
}

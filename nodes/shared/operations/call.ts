import { NodeOperationError } from 'n8n-workflow';
import { settingsOf, type SendSettings } from '../options';
import { snakeCase } from '../snakeCase';
import type { About } from '../operation';
import type { Receipt } from '../outcome';
import type { Run } from '../run';
import { pause } from '../transport/pause';
import { withItem } from '../transport/problem';
import type { ApiRequest } from '../transport/request';
import type { Purpose, Transport } from '../transport/transport';

/** What an operation works with while it handles one item, or one batch of items. */
export class Call {
	constructor(
		private readonly run: Run,
		private readonly transport: Transport,
		private readonly purpose: Purpose,
		readonly settings: SendSettings,
		/** The input items that it is about. */
		readonly items: readonly number[],
	) {}

	/** The vendor's origin. */
	get base(): URL {
		return this.transport.base;
	}

	/** Sends a request. @throws NodeApiError with the vendor's words, CancelledError */
	async send(request: ApiRequest): Promise<unknown> {
		return await this.transport.send(request, this.settings, this.purpose);
	}

	/** Waits. @param ms how long, in ms @throws CancelledError */
	async pause(ms: number): Promise<void> {
		await pause(ms, this.transport.signal);
	}

	/** Notes what the vendor took, for errors that come later. @param what 'job 1234567890' */
	accept(what: string): void {
		const receipt: Receipt = { items: this.items, what };
		this.run.outcome.accept(receipt);
	}

	/** The error for an answer of the wrong form. */
	unexpected(answer: unknown, why: string): Error {
		return this.transport.unexpected(answer, why, this.purpose);
	}

	/** The error for something that the vendor reports as gone wrong without an HTTP error. */
	failed(message: string, advice: string): Error {
		return this.transport.failed(message, advice, this.purpose);
	}

	/** The error for something that this node gave up. */
	gaveUp(message: string, description: string, itemIndex = this.items[0]): Error {
		const options = { itemIndex, description };
		return new NodeOperationError(
			this.run.context.getNode(),
			withItem(message, itemIndex),
			options,
		);
	}
}

/**
 * Makes a function that opens a call for items; the first of them gives its index to errors.
 *
 * @param about the operation, as errors name it
 * @param listKey where a request that carries many items has its list
 */
export function callsOf(run: Run, about: About) {
	const names = displayNames(about);
	return async (items: readonly number[], input: unknown, listKey?: string): Promise<Call> => {
		const list = listKey === undefined ? undefined : { key: listKey, items };
		const purpose = { what: about.action, itemIndex: items[0], names, list };
		return new Call(run, await run.transport(), purpose, settingsOf(input), items);
	};
}

/** The vendor names fields in snake case where the form has camel case: campaign_id, campaignId. */
function displayNames(about: About): ReadonlyMap<string, string> {
	return new Map(
		about.fields.flatMap((field) =>
			[field, ...(field.inner ?? [])].flatMap(
				({ name, vendorName, property }): Array<[string, string]> => [
					[name, property.displayName],
					[vendorName ?? snakeCase(name), property.displayName],
				],
			),
		),
	);
}

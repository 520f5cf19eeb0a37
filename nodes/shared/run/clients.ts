import { settingsOf } from '../form/options';
import { Client } from '../transport/client';
import { snakeCase } from '../values/text';
import type { OperationInfo } from './operation';
import type { Run } from './run';

/** What the clients of an operation need to know of it. */
interface Asking extends OperationInfo {
	/** Where a request that carries many items has its list. */
	readonly listKey?: string;
}

/**
 * Makes a function that opens a client for items of an operation; the first of them gives its index
 * to errors. What the vendor takes is noted for these items.
 *
 * @param receipt what an answer says was taken: 'job 1234567890', or nothing better than the action
 */
export function clientsOf(
	run: Run,
	{ action, fields, listKey, askLess }: Asking,
	receipt: (answer: unknown, items: readonly number[]) => string | undefined = () => undefined,
) {
	const names = displayNames(fields);
	return async (items: readonly number[], input: unknown): Promise<Client> => {
		const purpose = {
			what: action,
			itemIndex: items[0],
			askLess,
			names,
			list: listKey === undefined ? undefined : { key: listKey, items },
			onTaken: () => {
				const noted = run.outcome.accept({ items, what: action });
				return (answer: unknown) => {
					noted.what = receipt(answer, items) ?? action;
				};
			},
		};
		const { transport } = await run.transport(items[0] ?? 0);
		return new Client(transport, settingsOf(input), purpose);
	};
}

/** The vendor names fields in snake case where the form has camel case: campaign_id, campaignId. */
function displayNames(fields: OperationInfo['fields']): ReadonlyMap<string, string> {
	// What is made of the item, or only shown, has no name of its own in the form.
	const entered = fields.filter(({ fromItem, formOnly }) => !fromItem && !formOnly);
	return new Map(
		entered.flatMap((field) =>
			[field, ...(field.inner ?? [])].flatMap(
				({ name, vendorName, property }): Array<[string, string]> => [
					[name, property.displayName],
					[vendorName ?? snakeCase(name), property.displayName],
				],
			),
		),
	);
}

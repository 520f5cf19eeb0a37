import type { Field, InputOf } from '../form/field';
import { isDry } from '../form/options';
import { clientsOf } from '../run/clients';
import type { Run } from '../run/run';
import { DryRun } from '../transport/dryRun';
import { credentialKeys, groupsOf, type BatchItem } from './grouping';
import { batchRequest, type Sending } from './sending';

/** What else the output of a dry item says. */
interface DryNotes {
	/** What the vendor would be asked before, in words. */
	readonly asksFirst?: readonly string[];
	/** Which of the requests that carry many items it would be part of, from 1, and with how many. */
	readonly place?: { readonly request_number: number; readonly items_in_request: number };
}

/**
 * Ends an item for which no answer came: where it was dry, with the request that was not sent, else with
 * its error.
 *
 * @throws the error where the run must not go on
 */
export function endWithoutAnswer(
	run: Run,
	item: number,
	error: unknown,
	{ asksFirst = [], place }: DryNotes,
): void {
	if (!(error instanceof DryRun)) {
		run.outcome.fail({ items: [item], error });
		return;
	}
	const { method, url, body } = error;
	run.rehearsed(item, {
		dry_run: true,
		request: { method, url, ...(body && { body }) },
		...place,
		...(asksFirst.length > 0 && { asked_first: [...asksFirst] }),
	});
}

/**
 * Ends the dry ones of the items that are to be sent in batches: each is output with its part of the
 * request that it would be in. Nothing is asked of the vendor for them.
 *
 * @returns the others, which are to be sent
 * @throws NodeApiError for a credential that cannot be used, where a failure ends the run
 */
export async function rehearse<const Fields extends readonly Field[], Payload>(
	run: Run,
	row: Sending<Fields, Payload>,
	entries: ReadonlyArray<BatchItem<InputOf<Fields>, Payload>>,
): Promise<ReadonlyArray<BatchItem<InputOf<Fields>, Payload>>> {
	const dry = entries.filter(({ input }) => isDry(input));
	if (dry.length === 0) return entries;
	const open = clientsOf(run, row);
	const groups = groupsOf(dry, row, await credentialKeys(run, dry));
	for (const [at, group] of groups.entries()) {
		const place = { request_number: at + 1, items_in_request: group.length };
		for (const { item, input, payload } of group) {
			const send = async () => {
				const client = await open([item], input);
				await client.sendList(batchRequest<Fields, Payload>(row, input, [payload]));
			};
			const asksFirst = row.asksFirst?.(input);
			await send().catch((error: unknown) => {
				endWithoutAnswer(run, item, error, { asksFirst, place });
			});
		}
	}
	return entries.filter(({ input }) => !isDry(input));
}

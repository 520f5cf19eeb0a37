import { z } from 'zod';
import { field } from '../../../shared/form/field';
import { optionsOf } from '../../../shared/form/options';
import { yesNo } from '../../../shared/form/schema';
import { clientsOf } from '../../../shared/run/clients';
import type { OperationInfo } from '../../../shared/run/operation';
import type { Run } from '../../../shared/run/run';

/** Where LeadGenius tells its usage (LeadGenius API Docs, "API Usage Stats"). */
export const USAGE_PATH = '/api/v1/enrichment/status/';

export const stopIfUsageIsTooLow = field(
	{
		displayName: 'Stop if Usage Is Too Low',
		name: 'stopIfUsageIsTooLow',
		type: 'boolean',
		default: false,
		description:
			'Whether to ask first how many records your subscription has left in this period, and to stop before anything is sent when there are more to send. The number may be ten minutes old.',
	},
	yesNo(false),
);

/** What LeadGenius is asked first for an input, in words. */
export function asksForUsage(input: unknown): string[] {
	const told = 'how many records are left: nothing is sent where more are to be sent';
	return optionsOf(input).stopIfUsageIsTooLow === true ? [told] : [];
}

/** An item that is to be sent. */
interface Due {
	readonly item: number;
	readonly input: unknown;
}

const usageShape = z.object({
	current_period: z.object({
		remaining: z.union([
			z.number(),
			z
				.string()
				.regex(/^-?\d+$/)
				.transform(Number),
		]),
	}),
});

/**
 * Asks LeadGenius, if one of the items says so, whether as many records are left as are to be sent.
 *
 * @returns those that may be sent: all, or none, and then all have become error items
 * @throws NodeOperationError where a failure ends the run; NodeApiError
 */
export async function withinUsage<Item extends Due>(
	run: Run,
	info: OperationInfo,
	due: readonly Item[],
): Promise<readonly Item[]> {
	const asking = due.find(({ input }) => optionsOf(input).stopIfUsageIsTooLow === true);
	if (!asking) return due;
	try {
		await requireUsage(run, info, asking, due.length);
		return due;
	} catch (error) {
		run.outcome.fail({ items: due.map(({ item }) => item), error });
		return [];
	}
}

async function requireUsage(
	run: Run,
	info: OperationInfo,
	{ item, input }: Due,
	count: number,
): Promise<void> {
	const client = (await clientsOf(run, info)([item], input)).for('Ask how many records are left');
	const answer = await client.send({ method: 'GET', path: USAGE_PATH });
	const usage = usageShape.safeParse(answer);
	if (!usage.success) throw client.unexpected(answer, "it holds no 'remaining' records");
	const { remaining } = usage.data.current_period;
	if (remaining >= count) return;
	throw client.gaveUp(
		`LeadGenius has fewer records left in this period (${remaining}) than are to be sent (${count})`,
		"Nothing was sent. Send fewer items, wait for the next period, or switch off 'Stop if Usage Is Too Low' in Options. LeadGenius's number may be ten minutes old.",
	);
}

// POST /report/sales/: "won revenue by month, stage conversion, forecast by expected close month,
// per-rep leaderboard, and workflow performance, in one payload". There are no workflows in the API.
import type { VendorAnswer } from '../vendor.mts';
import { textOf } from './call.mts';
import type { Call } from './call.mts';
import { isWon } from './opportunities.mts';
import { periodOf } from './period.mts';
import { changesIn, report, wonIn } from './reports.mts';
import type { Stored } from './shapes.mts';
import { grouped, totalOf, valueOf } from './totals.mts';

/** Who made an opportunity is its `user_id`; when it should close is `expected_close_date`. */
export function salesReport(call: Call): VendorAnswer {
	const period = periodOf(call);
	const { workspace } = call.caller;
	const won = wonIn(call, period);
	const open = workspace.collections.opportunities.all.filter((each) => !isWon(each, workspace));
	return report(period, {
		won_by_month: byMonth(won, 'date_won').map(([month, deals]) => ({ month, ...totalOf(deals) })),
		stage_conversion: changesIn(call, 'opportunity', period),
		forecast: byMonth(open, 'expected_close_date').map(([month, deals]) => ({
			month,
			...totalOf(deals),
			weighted_value: weightOf(deals),
		})),
		leaderboard: [...grouped(won, (deal) => textOf(deal, 'user_id'))].map(([user_id, deals]) => ({
			user_id,
			...totalOf(deals),
		})),
		workflows: [],
	});
}

/** Months as in 2026-01, in their order; null for what has none. */
function byMonth(records: readonly Stored[], field: string): [string | null, Stored[]][] {
	const months = grouped(records, (record) => textOf(record, field)?.slice(0, 7) ?? null);
	return [...months].sort(([one], [other]) => String(one).localeCompare(String(other)));
}

/** The value by the confidence in each, in whole cents. */
function weightOf(deals: readonly Stored[]): number {
	const weight = (deal: Stored): number => (valueOf(deal) * Number(deal.confidence ?? 0)) / 100;
	return Math.round(deals.reduce((sum, deal) => sum + weight(deal), 0));
}

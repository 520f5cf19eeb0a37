// GET enrichment/status/ ("API Usage Stats") and POST exclusion/upload/ ("Exclusion List").
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { shownTime } from './campaign.mts';
import { Input } from './input.mts';
import { readExclusions } from './records.mts';
import type { LeadGeniusStore } from './store.mts';

/** Everything since the last reset falls into the current period, which is the month. */
export function readUsage(store: LeadGeniusStore): VendorAnswer {
	const date = new Date();
	let uploaded = 0;
	let enriched = 0;
	let kept = 0;
	for (const campaign of store.campaigns.all) {
		uploaded += campaign.uploaded;
		kept += campaign.records.length;
		enriched += campaign.enrichedOf(campaign.finalizedAt(date.getTime()));
	}
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	const deduplicated = store.settings.deduplicates ? { deduplicated: uploaded - kept } : {};
	const counts = { uploaded, enriched, ...deduplicated };
	const body = {
		total: counts,
		current_period: {
			...counts,
			remaining: Math.max(0, store.settings.quota - enriched),
			end_date: shownTime(Date.UTC(year, month + 1)),
			start_date: shownTime(Date.UTC(year, month)),
		},
		updated_at: shownTime(date.getTime()),
	};
	return { status: 200, body };
}

/** The document shows no answer. Assumed: how many were taken, or nothing. */
export function uploadExclusions(store: LeadGeniusStore, request: VendorRequest): VendorAnswer {
	const input = new Input(request);
	const records = readExclusions(input);
	input.problems.check(store.settings.errorForm);
	store.exclude(records);
	if (store.settings.uploadAnswer === 'empty') return { status: 200, body: undefined };
	return { status: 201, body: { count_uploaded: records.length } };
}

// All campaigns, and the one that was made in Dashboard.
import { Campaign } from './campaign.mts';
import type { CampaignParts } from './campaign.mts';
import { STANDARD_FIELDS } from './fields.mts';
import { notFound } from './input.mts';
import type { LeadGeniusSettings } from './settings.mts';

/** Made in Dashboard: it has two fields that are not standard. */
const DASHBOARD_CAMPAIGN: CampaignParts = {
	slug: 'dashboard-tech-stack',
	type: 'datahub',
	dashboard: true,
	fields: [
		'org_company_name',
		'org_website',
		'org_tech_stack',
		'contact_last_name',
		'contact_email',
		'contact_direct_dial',
	],
};

/** The campaigns, by slug. */
export class Campaigns {
	readonly #settings: LeadGeniusSettings;
	readonly #bySlug = new Map<string, Campaign>();

	constructor(settings: LeadGeniusSettings) {
		this.#settings = settings;
		this.create(DASHBOARD_CAMPAIGN);
	}

	get all(): Campaign[] {
		return [...this.#bySlug.values()];
	}

	bySlug(slug: string): Campaign | undefined {
		return this.#bySlug.get(slug);
	}

	/** The campaign, or the 404 of "Errors". */
	known(slug: string): Campaign {
		const campaign = this.#bySlug.get(slug);
		if (campaign === undefined) throw notFound();
		return campaign;
	}

	create(parts: CampaignParts): Campaign {
		const campaign = new Campaign(parts, this.#settings);
		this.#bySlug.set(parts.slug, campaign);
		return campaign;
	}

	/** A slug made of a name, with a number where that is taken. */
	freeSlug(name: string): string {
		const words = name.toLowerCase().replace(/[^a-z0-9_]+/g, '-');
		const base = words.replace(/^-+|-+$/g, '') || 'campaign';
		for (let at = 1; ; at += 1) {
			const slug = at === 1 ? base : `${base}-${at}`;
			if (!this.#bySlug.has(slug)) return slug;
		}
	}
}

/**
 * The fields that a campaign knows. Only one made in Dashboard has others than the standard ones
 * ("Creating an API Campaign", `fields`).
 */
export function allowedFields(campaign: Campaign | undefined): ReadonlySet<string> {
	const own = campaign?.parts.dashboard === true ? campaign.parts.fields : [];
	return new Set([...STANDARD_FIELDS, ...own]);
}

// The stored leads and the rule that finds a lead again: lead_id, genpage_url, email,
// linkedin_profile_url, in this order (the document, Leads, "Required fields").
import { slugOf } from './seed.mts';
import type { Workspace } from './workspaces.mts';
import type { LeadState, Scalar } from './shapes.mts';

/** One row of an upload, checked. */
export interface Row {
	readonly leadId: number | undefined;
	readonly genpageUrl: string | undefined;
	readonly values: ReadonlyMap<string, Scalar>;
}

/** Where an upload puts its leads. */
export interface Target {
	readonly workspace: Workspace;
	readonly campaignId: number;
	readonly audienceId: number;
	readonly jobId: string;
}

/** A stored lead. Its id, slug and page address never change. */
export interface Lead {
	readonly id: number;
	readonly workspaceId: number;
	readonly slug: string;
	readonly genpageUrl: string;
	campaignId: number;
	audienceId: number;
	jobId: string;
	readonly values: Map<string, Scalar>;
}

const IDENTITY_KEYS = ['email', 'linkedin_profile_url'] as const;
type IdentityKey = (typeof IDENTITY_KEYS)[number];

/** Values that GenPage makes itself, so that an upload does not write them. */
const MADE_BY_VENDOR = new Set(['lead_id', 'genpage_url', 'url_slug']);

const COLORS = ['#000000', '#1a73e8', '#0b8043', '#d93025', '#7b1fa2', '#f29900'];

/** The leads of all workspaces. Every look-up is one map access: benches store 20,000 of them. */
export class Leads {
	readonly #byId = new Map<number, Lead>();
	readonly #byUrl = new Map<string, Lead>();
	readonly #byIdentity = new Map<string, Lead>();
	readonly #slugCounts = new Map<string, number>();
	#lastId = 56788;

	get all(): Lead[] {
		return [...this.#byId.values()];
	}

	/** True when lead_id or genpage_url of the row is a lead of this workspace. */
	knows(workspace: Workspace, row: Row): boolean {
		return this.#named(workspace, row) !== undefined;
	}

	/** Updates the lead that the row is about, or makes one. */
	upsert(target: Target, row: Row): { lead: Lead; created: boolean } {
		const known = this.#find(target.workspace, row);
		const lead = known ?? this.#create(target, row);
		lead.campaignId = target.campaignId;
		lead.audienceId = target.audienceId;
		lead.jobId = target.jobId;
		for (const [key, value] of row.values) {
			if (MADE_BY_VENDOR.has(key) || !this.#claim(lead, key, value)) continue;
			lead.values.set(key, value);
			target.workspace.learn(key);
		}
		return { lead, created: known === undefined };
	}

	#find(workspace: Workspace, row: Row): Lead | undefined {
		const named = this.#named(workspace, row);
		if (named !== undefined) return named;
		for (const key of IDENTITY_KEYS) {
			const value = row.values.get(key);
			if (value === undefined) continue;
			const lead = this.#byIdentity.get(identity(workspace.seed.id, key, value));
			if (lead !== undefined) return lead;
		}
		return undefined;
	}

	#named(workspace: Workspace, row: Row): Lead | undefined {
		const lead =
			row.leadId === undefined ? this.#byUrl.get(row.genpageUrl ?? '') : this.#byId.get(row.leadId);
		return lead?.workspaceId === workspace.seed.id ? lead : undefined;
	}

	/**
	 * False when an email or profile is another lead's: it stays there, never on two leads. A blank
	 * one takes the lead's own away and is nobody's.
	 */
	#claim(lead: Lead, key: string, value: Scalar): boolean {
		if (key !== 'email' && key !== 'linkedin_profile_url') return true;
		const next = identity(lead.workspaceId, key, value);
		const owner = this.#byIdentity.get(next);
		if (owner !== undefined) return owner === lead;
		const before = lead.values.get(key);
		if (before !== undefined) this.#byIdentity.delete(identity(lead.workspaceId, key, before));
		if (value !== '') this.#byIdentity.set(next, lead);
		return true;
	}

	#create(target: Target, row: Row): Lead {
		this.#lastId += 1;
		const { seed } = target.workspace;
		const slug = this.#freeSlug(seed.slug, row.values);
		const lead: Lead = {
			id: this.#lastId,
			workspaceId: seed.id,
			slug,
			genpageUrl: `https://${seed.slug}.genpa.ge/${slug}`,
			campaignId: target.campaignId,
			audienceId: target.audienceId,
			jobId: target.jobId,
			values: new Map(),
		};
		this.#byId.set(lead.id, lead);
		this.#byUrl.set(lead.genpageUrl, lead);
		return lead;
	}

	/** company-person as in the document's "aws-john", with a number where that is taken. */
	#freeSlug(workspaceSlug: string, values: ReadonlyMap<string, Scalar>): string {
		const company = textOf(values, 'company_name') || domainOf(values).replace(/\..*$/, '');
		const person = textOf(values, 'first_name') || textOf(values, 'email').replace(/@.*$/, '');
		const base = slugOf(`${company} ${person}`) || 'lead';
		for (;;) {
			const count = (this.#slugCounts.get(`${workspaceSlug}/${base}`) ?? 0) + 1;
			this.#slugCounts.set(`${workspaceSlug}/${base}`, count);
			const slug = count === 1 ? base : `${base}-${count}`;
			if (!this.#byUrl.has(`https://${workspaceSlug}.genpa.ge/${slug}`)) return slug;
		}
	}
}

/** The values of a lead as get-leads answers them: its own and those that GenPage adds. */
export function valuesOf(lead: Lead): Record<string, Scalar> {
	const { values } = lead;
	const fullName = `${textOf(values, 'first_name')} ${textOf(values, 'last_name')}`.trim();
	return {
		name: fullName || textOf(values, 'email').replace(/@.*$/, ''),
		logo: `https://${domainOf(values) || 'example.com'}/logo.png`,
		logo_color: COLORS[lead.id % COLORS.length] ?? '#000000',
		...Object.fromEntries(values),
		url_slug: lead.slug,
		genpage_url: lead.genpageUrl,
	};
}

/** A lead as `GET /__sandbox/state` shows it. */
export function leadState(lead: Lead): LeadState {
	return {
		lead_id: lead.id,
		workspace_id: lead.workspaceId,
		campaign_id: lead.campaignId,
		audience_id: lead.audienceId,
		job_id: lead.jobId,
		email: textOf(lead.values, 'email') || null,
		linkedin_profile_url: textOf(lead.values, 'linkedin_profile_url') || null,
		genpage_url: lead.genpageUrl,
		values: valuesOf(lead),
	};
}

function identity(workspaceId: number, key: IdentityKey, value: Scalar): string {
	const text = String(value).trim();
	return `${workspaceId} ${key} ${key === 'email' ? text.toLowerCase() : text}`;
}

function textOf(values: ReadonlyMap<string, Scalar>, key: string): string {
	return String(values.get(key) ?? '').trim();
}

function domainOf(values: ReadonlyMap<string, Scalar>): string {
	return textOf(values, 'company_domain') || textOf(values, 'email').replace(/^[^@]*@?/, '');
}

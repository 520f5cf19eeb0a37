// Everything that the stand-in for LeadGenius remembers from one reset to the next.
import { Announcer } from './announcer.mts';
import type { Campaign, StoredRecord } from './campaign.mts';
import { Campaigns } from './campaigns.mts';
import { RapidRequests } from './rapid.mts';
import { RateLimit } from '../shared/rateLimit.mts';
import type { Values } from './records.mts';
import { Sender } from './sender.mts';
import type { LeadGeniusSettings } from './settings.mts';
import type { LeadGeniusState } from './shapes.mts';

/** The document's example webhook names ids of this size. */
const FIRST_ID = 123_001;

/** The state. */
export class LeadGeniusStore {
	readonly settings: LeadGeniusSettings;
	readonly campaigns: Campaigns;
	readonly rateLimit: RateLimit;
	readonly rapid: RapidRequests;
	readonly sender: Sender;
	readonly announcer: Announcer;
	readonly #exclusions: Values[] = [];
	#nextId = FIRST_ID;

	/** @param latencyMs how late the answers of the vendors go out */
	constructor(settings: LeadGeniusSettings, latencyMs: number) {
		this.settings = settings;
		this.campaigns = new Campaigns(settings);
		this.rateLimit = new RateLimit(settings);
		this.rapid = new RapidRequests(settings.rapidMs);
		this.sender = new Sender(settings);
		this.announcer = new Announcer(this.campaigns, this.sender, settings, latencyMs);
	}

	/** Adds records to a campaign and sees to their webhooks. */
	upload(
		campaign: Campaign,
		records: readonly Values[],
		fields: readonly string[],
	): StoredRecord[] {
		const added = campaign.add(records, fields, () => this.#nextId++);
		this.announcer.plan();
		return added;
	}

	exclude(records: readonly Values[]): void {
		this.#exclusions.push(...records);
	}

	/** As `GET /__sandbox/state` shows it. */
	snapshot(): LeadGeniusState {
		return {
			campaigns: this.campaigns.all.map((campaign) => campaign.state()),
			exclusions: this.#exclusions.map((record) => ({ ...record })),
			rapid: this.rapid.state(),
		};
	}

	/** Ends the timer and the deliveries. */
	stop(): void {
		this.announcer.stop();
		this.sender.stop();
	}
}

// Tells the webhooks of finalized records ("Webhook"): once for every record or group, in the order
// in which they are finalized. Reads need no timer; this is the only one.
import type { Campaign } from './campaign.mts';
import type { Campaigns } from './campaigns.mts';
import type { Parcel, Sender } from './sender.mts';
import type { LeadGeniusSettings } from './settings.mts';
import { Shuffle } from './shuffle.mts';

/** The longest time that a timer can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** So many deliveries are collected before a shuffle, unless the campaign is complete. */
const SHUFFLED_AT_ONCE = 10;

/** Watches all campaigns. */
export class Announcer {
	readonly #campaigns: Campaigns;
	readonly #sender: Sender;
	readonly #settings: LeadGeniusSettings;
	readonly #delayMs: number;
	readonly #shuffle: Shuffle;
	#timer: NodeJS.Timeout | undefined;
	#held: Parcel[] = [];
	#sent = 0;

	/** @param latencyMs an upload is answered so late, and its webhooks must not be earlier */
	constructor(
		campaigns: Campaigns,
		sender: Sender,
		settings: LeadGeniusSettings,
		latencyMs: number,
	) {
		this.#campaigns = campaigns;
		this.#sender = sender;
		this.#settings = settings;
		this.#delayMs = settings.webhookDelayMs + latencyMs;
		this.#shuffle = new Shuffle(settings.webhookShuffle);
	}

	/** Sets the timer for the next delivery. To be called when records or their times changed. */
	plan(): void {
		this.stop();
		const next = Math.min(...this.#campaigns.all.map((campaign) => this.#nextDueAt(campaign)));
		if (next === Number.POSITIVE_INFINITY) return;
		const waitMs = Math.ceil(next + this.#delayMs - Date.now());
		this.#timer = setTimeout(
			() => {
				for (const campaign of this.#campaigns.all) this.#announce(campaign, this.#delayMs, false);
				this.plan();
			},
			Math.min(Math.max(waitMs, 0), MAX_TIMER_MS),
		).unref();
	}

	/** Tells of all that is finalized in a campaign now, without delay and also of half a group. */
	flush(campaign: Campaign): void {
		this.#announce(campaign, 0, true);
		this.plan();
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	/** When the last record of the next delivery is finalized. */
	#nextDueAt({ records, announced }: Campaign): number {
		const last = Math.min(announced + this.#settings.webhookGroup, records.length) - 1;
		return last < announced ? Number.POSITIVE_INFINITY : (records[last]?.dueAt ?? Infinity);
	}

	#announce(campaign: Campaign, delayMs: number, isAll: boolean): void {
		const { records, webhookUrl: url } = campaign;
		const finalized = campaign.finalizedAt(Date.now() - delayMs);
		const isComplete = finalized === records.length;
		while (campaign.announced < finalized) {
			const end = Math.min(campaign.announced + this.#settings.webhookGroup, finalized);
			const isFull = end - campaign.announced === this.#settings.webhookGroup;
			if (!isFull && !isComplete && !isAll) break;
			const group = records.slice(campaign.announced, end);
			campaign.announced = end;
			if (url !== null) this.#hold(url, campaign.notification(group, end));
		}
		const { webhookShuffle } = this.#settings;
		const isDue = webhookShuffle === 0 || this.#held.length >= SHUFFLED_AT_ONCE;
		if (isDue || isComplete || isAll) this.#release();
	}

	/** Takes a delivery up, and its repetition behind it where it is due. */
	#hold(url: string, body: Parcel['body']): void {
		this.#sent += 1;
		this.#held.push({ url, body, cause: 'finalized' });
		const every = this.#settings.webhookRepeatEvery;
		if (every > 0 && this.#sent % every === 0) this.#held.push({ url, body, cause: 'repeat' });
	}

	#release(): void {
		const parcels = this.#settings.webhookShuffle > 0 ? this.#shuffle.of(this.#held) : this.#held;
		this.#held = [];
		for (const parcel of parcels) void this.#sender.send(parcel);
	}
}

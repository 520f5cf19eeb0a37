// Everything that the stand-in for Skarbe remembers from one reset to the next.
import { now } from '../shared/clock.mts';
import { RateLimit } from '../shared/rateLimit.mts';
import { Records } from '../shared/records.mts';
import { shownTime } from './contacts.mts';
import { SEED_CONTACT } from './seed.mts';
import type { SkarbeSettings } from './settings.mts';
import type { SkarbeState } from './shapes.mts';

/** The state. */
export class SkarbeStore {
	readonly settings: SkarbeSettings;
	readonly rateLimit: RateLimit;
	readonly contacts = new Records(1);

	constructor(settings: SkarbeSettings) {
		this.settings = settings;
		this.rateLimit = new RateLimit(settings);
		this.contacts.add(SEED_CONTACT.values, Date.parse(SEED_CONTACT.createdAt));
	}

	/** Skarbe's clock, milliseconds since 1970. */
	now(): number {
		return now(this.settings.clockSkewMs);
	}

	/** As `GET /__sandbox/state` shows it. */
	snapshot(): SkarbeState {
		const contacts = this.contacts.all.map(({ id, values, createdAt }) => ({
			...values,
			id,
			createdAt: shownTime(createdAt, this.settings),
		}));
		return { contacts };
	}
}

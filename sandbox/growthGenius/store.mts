// Everything that the stand-in for GrowthGenius remembers from one reset to the next.
import { now } from '../shared/clock.mts';
import { RateLimit } from '../shared/rateLimit.mts';
import { Records } from '../shared/records.mts';
import { CONTACTS, MESSAGES, ownFields } from './kinds.mts';
import type { Kind } from './kinds.mts';
import { SEED_CONTACT, SEED_MESSAGE, seedUsers } from './seed.mts';
import type { SeedRecord, User } from './seed.mts';
import type { GrowthGeniusSettings } from './settings.mts';
import type { GrowthGeniusState } from './shapes.mts';

/** The state. */
export class GrowthGeniusStore {
	readonly settings: GrowthGeniusSettings;
	readonly rateLimit: RateLimit;
	readonly users: readonly User[];
	readonly contacts = seeded(CONTACTS, SEED_CONTACT);
	readonly messages = seeded(MESSAGES, SEED_MESSAGE);

	constructor(settings: GrowthGeniusSettings) {
		this.settings = settings;
		this.rateLimit = new RateLimit(settings);
		this.users = seedUsers(settings.users);
	}

	/** GrowthGenius' clock, milliseconds since 1970. */
	now(): number {
		return now(this.settings.clockSkewMs);
	}

	/** As `GET /__sandbox/state` shows it. */
	snapshot(): GrowthGeniusState {
		return { contacts: this.#all(CONTACTS), messages: this.#all(MESSAGES) };
	}

	#all(kind: Kind): GrowthGeniusState['contacts'] {
		return this[kind.many].all.map((record) => ({ ...kind.shown(record), ...ownFields(record) }));
	}
}

function seeded({ firstId }: Kind, { values, createdAt, updatedAt }: SeedRecord): Records {
	const records = new Records(firstId);
	records.add(values, Date.parse(createdAt), Date.parse(updatedAt));
	return records;
}

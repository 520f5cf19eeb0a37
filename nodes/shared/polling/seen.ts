import { z } from 'zod';
import { byName } from './byName';
import { shortOf } from './fingerprint';

const MINUTE_MS = 60 * 1000;
/** How many records this process remembers as emitted. */
const MOST = 200_000;
/** How many of them the workflow's row keeps: at most 30 bytes each. */
const MOST_IN_ROW = 5_000;

/** What a trigger goes by: which record it is, in which version, and when that came to be. */
export interface Sighting {
	/** The record's ID. */
	readonly key: string;
	/** What a change gives to the same record; where it differs from the last one, it is news again. */
	readonly version?: string;
	/** When it was created or changed, in ms since the epoch. */
	readonly at: number;
}

interface Entry {
	readonly version: string;
	readonly at: number;
}

/** From when on everything is known; and by minute since the epoch, "key.version" of each record. */
const rowShape = z.object({ from: z.number(), by: byName(z.array(z.string())) });

/**
 * The records that were emitted, or that were there before. From a time on it knows all of them;
 * whatever is older counts as seen. So it stays small: what is too much of it is forgotten from the
 * oldest on, and with it the time moves on, so that nothing is ever emitted twice.
 */
export class Seen {
	/** @param from in ms since the epoch */
	constructor(
		readonly from: number,
		private readonly entries: ReadonlyMap<string, Entry> = new Map(),
	) {}

	/** Whether a record is no news. */
	has({ key, version = '', at }: Sighting): boolean {
		if (at < this.from) return true;
		const entry = this.entries.get(shortOf(key));
		return entry !== undefined && entry.version === shortVersion(version);
	}

	/** Whether a record was seen in any version. */
	knows({ key }: Pick<Sighting, 'key'>): boolean {
		return this.entries.has(shortOf(key));
	}

	/** With further records, and without those before a time, in ms since the epoch. */
	with(sightings: Iterable<Sighting>, from = this.from): Seen {
		const entries = new Map(this.entries);
		for (const { key, version = '', at } of sightings) {
			entries.set(shortOf(key), { version: shortVersion(version), at });
		}
		return new Seen(Math.max(this.from, from), entries).bounded(MOST);
	}

	/** As the workflow's row keeps it. */
	toRow(): z.output<typeof rowShape> {
		const { from, entries } = this.bounded(MOST_IN_ROW);
		const by: Record<string, string[]> = {};
		for (const [key, { version, at }] of entries) {
			const minute = Math.floor(at / MINUTE_MS).toString(36);
			(by[minute] ??= []).push(version === '' ? key : `${key}.${version}`);
		}
		return { from, by };
	}

	/** Out of a row; undefined for anything else. */
	static fromRow(row: unknown): Seen | undefined {
		const parsed = rowShape.safeParse(row);
		if (!parsed.success) return undefined;
		const entries = new Map<string, Entry>();
		for (const [minute, keys] of Object.entries(parsed.data.by)) {
			// The end of the minute: an entry is rather kept for too long.
			const at = (Number.parseInt(minute, 36) + 1) * MINUTE_MS - 1;
			for (const each of keys) {
				const [key = '', version = ''] = each.split('.');
				entries.set(key, { version, at });
			}
		}
		return new Seen(parsed.data.from, entries);
	}

	/** Without what is before its time, and with the newest entries only. */
	private bounded(most: number): Seen {
		const kept = [...this.entries].filter(([, { at }]) => at >= this.from);
		if (kept.length <= most) return new Seen(this.from, new Map(kept));
		kept.sort(([, one], [, other]) => other.at - one.at);
		// What is as old as the newest of those left out cannot be told from them.
		const from = (kept[most]?.[1].at ?? this.from) + 1;
		return new Seen(from, new Map(kept.filter(([, { at }]) => at >= from)));
	}
}

/** A version is compared with the last one of the same record only: half of a hash is enough. */
function shortVersion(version: string): string {
	return version === '' ? '' : shortOf(version).slice(0, 7);
}

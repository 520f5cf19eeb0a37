// One campaign with its records. How far it is follows from the clock each time somebody asks.
import { dataOf, endOf, enrichedAmong } from './enrich.mts';
import { COMPANY_IDENTIFIERS, CONTACT_IDENTIFIERS } from './fields.mts';
import type { Values } from './records.mts';
import type { LeadGeniusSettings } from './settings.mts';
import type { CampaignState, Notification, RecordStatus } from './shapes.mts';

/** One record. Times are milliseconds since 1970. */
export interface StoredRecord {
	readonly id: number;
	/** Its place in the campaign, from 0. */
	readonly position: number;
	readonly sent: Values;
	/** The fields that were asked for. */
	readonly fields: readonly string[];
	readonly createdAt: number;
	/** When it is finalized; Infinity = never. Never earlier than that of the record before it. */
	dueAt: number;
}

/** What a campaign starts with. */
export interface CampaignParts {
	readonly slug: string;
	readonly type: string;
	readonly dashboard: boolean;
	readonly fields: readonly string[];
}

/** A campaign. */
export class Campaign {
	readonly parts: CampaignParts;
	webhookUrl: string | null = null;
	/** How many records, from the first, have been told to the webhook or passed it by. */
	announced = 0;
	readonly #settings: LeadGeniusSettings;
	readonly #fields: Set<string>;
	readonly #records: StoredRecord[] = [];
	readonly #known = new Set<string>();
	#uploaded = 0;

	constructor(parts: CampaignParts, settings: LeadGeniusSettings) {
		this.parts = parts;
		this.#settings = settings;
		this.#fields = new Set(parts.fields);
	}

	/** Every field that was asked for, in the order of its first mention. */
	get fields(): string[] {
		return [...this.#fields];
	}

	get records(): readonly StoredRecord[] {
		return this.#records;
	}

	/** How many records were sent. Fewer may exist. */
	get uploaded(): number {
		return this.#uploaded;
	}

	/** Takes records. They are finalized one after the other, behind those that wait already. */
	add(records: readonly Values[], fields: readonly string[], newId: () => number): StoredRecord[] {
		for (const field of fields) this.#fields.add(field);
		const { recordsPerSecond } = this.#settings;
		const createdAt = Date.now();
		let dueAt = Math.max(createdAt, this.#records.at(-1)?.dueAt ?? 0);
		this.#uploaded += records.length;
		const added = this.#newOf(records).map((sent, at) => {
			if (recordsPerSecond === 'never') dueAt = Number.POSITIVE_INFINITY;
			else if (recordsPerSecond > 0) dueAt += 1000 / recordsPerSecond;
			const position = this.#records.length + at;
			return { id: newId(), position, sent, fields, createdAt, dueAt };
		});
		this.#records.push(...added);
		return added;
	}

	/** How many records are finalized at this time. Due times only grow, so they are the first. */
	finalizedAt(time: number): number {
		let low = 0;
		let high = this.#records.length;
		while (low < high) {
			const middle = Math.floor((low + high) / 2);
			if ((this.#records[middle]?.dueAt ?? Number.POSITIVE_INFINITY) <= time) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Finalizes the next `count` records now, or all that are left. */
	finalizeNow(count = this.#records.length): StoredRecord[] {
		const now = Date.now();
		const done = this.finalizedAt(now);
		const next = this.#records.slice(done, done + count);
		for (const record of next) record.dueAt = now;
		return next;
	}

	/** How many of the first `finalized` records count as enriched. */
	enrichedOf(finalized: number): number {
		return this.#settings.strictEnriched ? enrichedAmong(finalized) : finalized;
	}

	/** What the webhook is told of some records when the first `finalized` are finalized. */
	notification(records: readonly StoredRecord[], finalized: number): Notification {
		return {
			slug: this.parts.slug,
			records: records.map(({ id }) => id),
			uploaded: this.#uploaded,
			enriched: this.enrichedOf(finalized),
			complete: finalized === this.#records.length,
		};
	}

	/** What is left of an upload where duplicates are dropped. The first of its kind is kept. */
	#newOf(records: readonly Values[]): readonly Values[] {
		if (!this.#settings.deduplicates) return records;
		return records.filter((record) => {
			const identity = identityOf(record);
			const isNew = !this.#known.has(identity);
			this.#known.add(identity);
			return isNew;
		});
	}

	state(): CampaignState {
		const now = Date.now();
		const { slug, type, dashboard } = this.parts;
		const { uploaded, enriched, complete } = this.notification([], this.finalizedAt(now));
		return {
			slug,
			type,
			dashboard,
			webhook_url: this.webhookUrl,
			fields: this.fields,
			count_uploaded: uploaded,
			count_enriched: enriched,
			complete,
			records: this.#records.map((record) => ({
				id: record.id,
				status: statusAt(record, now),
				sent: { ...record.sent },
				fields: [...record.fields],
			})),
		};
	}
}

/** What makes two records the same: all identifiers, in any case and with any spaces around. */
function identityOf(record: Values): string {
	const identifiers = [...COMPANY_IDENTIFIERS, ...CONTACT_IDENTIFIERS];
	return JSON.stringify(identifiers.map((field) => record[field]?.trim().toLowerCase() ?? ''));
}

/** The state of a record at a time. */
export function statusAt(record: StoredRecord, time: number): RecordStatus {
	return record.dueAt <= time ? endOf(record.position) : 'original';
}

/** A record as `results` shows it ("Campaign Status", the JSON response). */
export function recordAnswer(record: StoredRecord, time: number): Record<string, unknown> {
	const status = statusAt(record, time);
	return {
		id: record.id,
		finalized: status === 'original' ? null : shownTime(record.dueAt),
		data: dataOf(record.sent, record.fields, status, record.id),
		created: shownTime(record.createdAt),
		status,
	};
}

/** A time as the document shows it: 2019-08-30T10:18:48, without a zone. Taken for UTC. */
export function shownTime(time: number): string {
	return new Date(time).toISOString().slice(0, 19);
}

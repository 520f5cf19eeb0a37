import { sleep, type IDataObject } from 'n8n-workflow';
import type { Client } from '../../shared/transport/client';
import { isBlank } from '../../shared/values/text';
import type { WholeId } from '../../shared/values/wholeId';
import type { Gatherer } from '../../shared/webhooks/gatherer';
import { isFinalized, retrieve } from '../resources/record/retrieve';

/**
 * How long to wait before named records that cannot be read are asked for again, in ms. Not longer:
 * who calls may hang up after ten seconds.
 */
const AGAIN_AFTER_MS: readonly number[] = [1_000, 3_000];
/** As many as one request asks for. A call that names more of them is forged, and costs no more. */
const MOST_AGAIN = 100;

/** Opens the way to LeadGenius. */
export type Open = () => Promise<Client>;

/** A finalized record and its ID. */
export interface Finalized {
	readonly id: WholeId;
	readonly record: IDataObject;
}

/** What came of the records that a call names. */
export interface Named {
	readonly finalized: readonly Finalized[];
	/** Whether there are others, which are not there, or not finalized. */
	readonly isPartial: boolean;
}

/** Reads records that a call names as finalized. */
export class NamedRecords {
	/** @param gatherer asks for those of many calls together */
	constructor(
		private readonly open: Open,
		private readonly gatherer: Gatherer,
		private readonly slug: string,
	) {}

	/**
	 * Reads them by their IDs. LeadGenius may call before all of its servers know of a record: those
	 * that cannot be read yet are asked for again.
	 *
	 * @throws NodeApiError when they cannot be asked for; not where some of them came before
	 */
	async read(ids: readonly WholeId[], [pauseMs, ...pauses] = AGAIN_AFTER_MS): Promise<Named> {
		const asked = await Promise.all(ids.map(async (id) => ({ id, record: await this.want(id) })));
		const finalized = asked.flatMap(({ id, record }) =>
			record && isFinalized(record) ? [{ id, record }] : [],
		);
		const known = new Set(finalized.map(({ id }) => id));
		const missing = ids.filter((id) => !known.has(id));
		const isPartial = missing.length > 0;
		if (!isPartial || missing.length > MOST_AGAIN || pauseMs === undefined) {
			return { finalized, isPartial };
		}
		await sleep(pauseMs);
		const later = await this.read(missing, pauses).catch((error: unknown) => {
			if (finalized.length === 0) throw error;
			return { finalized: [], isPartial };
		});
		return { ...later, finalized: [...finalized, ...later.finalized] };
	}

	private async want(id: WholeId): Promise<IDataObject | undefined> {
		return await this.gatherer.want(id, async (ids) => await this.fetch(await this.open(), ids));
	}

	/** Records with their IDs. In newer documents an answer holds none: each is then asked for alone. */
	private async fetch(client: Client, ids: readonly WholeId[]): Promise<IDataObject[]> {
		const records = await retrieve(client, this.slug, { ids: ids.map(String) });
		if (records.every(({ id }) => !isBlank(id))) return records;
		// A blank one tells nothing.
		if (ids.length === 1) return records.slice(0, 1).map((record) => ({ ...record, id: ids[0] }));
		const all: IDataObject[] = [];
		for (const id of ids) all.push(...(await this.fetch(client, [id])));
		return all;
	}
}

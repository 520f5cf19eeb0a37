import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { fingerprintOf } from '../../shared/polling/fingerprint';
import type { Sighting } from '../../shared/polling/seen';
import { standingKept, startAt, type Standing } from '../../shared/polling/standing';
import { timeIn } from '../../shared/polling/times';
import { isBlank } from '../../shared/values/text';

/** How late a record may show up behind ones that were finalized after it, in ms. */
const OVERLAP_MS = 10 * 60 * 1000;

const endShape = z.object({
	slug: z.string(),
	uploaded: z.number(),
	finalized: z.number(),
	// An end by a count alone has none; in zod 4 a key of an unknown value must be there.
	standing: z.unknown().optional(),
});

/** An end of a campaign: how many records it had then, and how many of them were finalized. */
export interface CampaignEnd {
	readonly slug: string;
	readonly uploaded: number;
	readonly finalized: number;
	/** Its finalized records; undefined where nobody asked for them. */
	readonly records?: readonly IDataObject[];
}

/** An end that was output, and where the trigger stood in the campaign's records then. */
interface OutputEnd extends Omit<CampaignEnd, 'records'> {
	readonly standing: Standing | undefined;
}

/**
 * The last end of a campaign that was output, as this process knows it, and as n8n's static data has
 * it, which is newer where another process was called, and older where calls came together.
 */
export class Ends {
	private last: OutputEnd | undefined;

	/**
	 * Takes an end, if it is news: the campaign has more records than at the last one. From here on it
	 * is none.
	 *
	 * @param stored n8n's static data, which is changed
	 * @returns those of its records that no end before had; undefined when it is no news
	 */
	claim(stored: IDataObject, end: CampaignEnd): readonly IDataObject[] | undefined {
		const { slug, uploaded, finalized, records = [] } = end;
		const known = [this.last, endIn(stored.end)].flatMap((each) => each ?? []);
		const before = known.filter((each) => each.slug === slug);
		if (before.some((each) => each.uploaded >= uploaded && each.finalized >= finalized)) {
			return undefined;
		}
		const sightings = records.map(sightingOf);
		const standing = end.records && startAt(sightings, OVERLAP_MS);
		this.last = { slug, uploaded, finalized, standing };
		stored.end = { slug, uploaded, finalized, standing: standing && standingKept.toRow(standing) };
		return records.filter((_, place) => {
			const sighting = sightings[place];
			return !before.some((each) => sighting && each.standing?.seen.has(sighting));
		});
	}
}

function endIn(row: unknown): OutputEnd | undefined {
	const parsed = endShape.safeParse(row);
	return parsed.success
		? { ...parsed.data, standing: standingKept.fromRow(parsed.data.standing) }
		: undefined;
}

/** In newer documents records have no ID: the same one is told in the same words. */
function sightingOf(record: IDataObject): Sighting {
	const key = isBlank(record.id) ? fingerprintOf(record) : String(record.id);
	return { key, at: timeIn(record.finalized) ?? Date.now() };
}

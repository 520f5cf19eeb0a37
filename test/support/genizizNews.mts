// How news of the Geniziz Trigger's events is made at the sandbox.
import type { IDataObject } from 'n8n-workflow';
import type { VendorSite } from './site.mts';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** Later than anything in the sandbox, so that what a test makes is the newest; and a whole second. */
const START = Math.floor((Date.now() - DAY) / SECOND) * SECOND;

/** How news of an event is made: a record by its ID and its time, in ms after START. */
type Make = (
	site: VendorSite,
	...news: ReadonlyArray<readonly [id: string, at: number]>
) => Promise<unknown>;

/** A time in ms after START, as Geniziz writes it. */
export const time = (at: number) => new Date(START + at).toISOString();

/** The IDs of what a poll gave. */
export function idsOf(records: readonly IDataObject[] | undefined): unknown[] {
	return (records ?? []).map(({ id }) => id);
}

/** The events, the lists that they are read from, and how their news is made. */
export const EVENTS: ReadonlyArray<readonly [event: string, path: string, make: Make]> = [
	[
		'leadCreated',
		'/api/v1/lead/',
		(site, ...news) =>
			site.sandbox.geniziz.make(
				'leads',
				news.map(([id, at]) => ({ id, name: id, date_created: time(at) })),
			),
	],
	[
		'leadUpdated',
		'/api/v1/lead/',
		(site, ...news) =>
			site.sandbox.geniziz.make(
				'leads',
				news.map(([id, at]) => ({
					id,
					name: id,
					date_created: '2020-01-01T00:00:00.000Z',
					date_updated: time(at),
				})),
			),
	],
	[
		'opportunityCreated',
		'/api/v1/opportunity/',
		(site, ...news) =>
			site.sandbox.geniziz.make(
				'opportunities',
				news.map(([id, at]) => ({ id, date_created: time(at) })),
			),
	],
	[
		'activityCreated',
		'/api/v1/activity/',
		(site, ...news) =>
			site.sandbox.geniziz.make(
				'activities',
				news.map(([id, at]) => ({ id, type: 'note', date_created: time(at) })),
			),
	],
];

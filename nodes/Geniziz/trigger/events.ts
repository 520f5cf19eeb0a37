/** What the trigger can start on, in alphabetical order. */
export const EVENTS = [
	'activityCreated',
	'leadCreated',
	'leadUpdated',
	'opportunityCreated',
	'opportunityUpdated',
] as const;

/** How news of a kind is found. */
export interface GenizizEvent {
	readonly name: string;
	readonly description: string;
	/** The list that is read. */
	readonly path: string;
	/** Its record, as hints and errors name it. */
	readonly noun: string;
	/** By which time the records are news; undefined where they carry none. */
	readonly time?: 'date_created' | 'date_updated';
	/** Whether the document says that the newest come first. */
	readonly newestFirst?: boolean;
}

/**
 * What Geniziz's document gives to find news by: no filter and no sorting. Activities come "newest
 * first", so that their list is read back to the last poll. Of leads and opportunities no order is
 * documented, so that their lists are read whole. Leads show date_created and date_updated,
 * opportunities date_created alone: their changes are found by comparing them with what they were.
 */
export const events: Readonly<Record<(typeof EVENTS)[number], GenizizEvent>> = {
	activityCreated: {
		name: 'Activity Created',
		description: 'When there is a new activity of any type',
		path: '/api/v1/activity/',
		noun: 'an activity',
		time: 'date_created',
		newestFirst: true,
	},
	leadCreated: {
		name: 'Lead Created',
		description: 'When there is a new lead',
		path: '/api/v1/lead/',
		noun: 'a lead',
		time: 'date_created',
	},
	leadUpdated: {
		name: 'Lead Updated',
		description: 'When a lead was changed after it was created',
		path: '/api/v1/lead/',
		noun: 'a lead',
		time: 'date_updated',
	},
	opportunityCreated: {
		name: 'Opportunity Created',
		description: 'When there is a new opportunity',
		path: '/api/v1/opportunity/',
		noun: 'an opportunity',
		time: 'date_created',
	},
	opportunityUpdated: {
		name: 'Opportunity Updated',
		description: 'When anything in an opportunity was changed',
		path: '/api/v1/opportunity/',
		noun: 'an opportunity',
	},
};

/** What the trigger can start on, in alphabetical order. */
export const EVENTS = [
	'activityCreated',
	'leadCreated',
	'leadStatusChanged',
	'leadUpdated',
	'opportunityCreated',
	'opportunityStatusChanged',
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
	/** Whether a record can be had by its ID, so that pages need not hold whole ones. */
	readonly hasRecords: boolean;
}

const CHANGES = { time: 'date_created', hasRecords: false, noun: 'a change of status' } as const;

/**
 * What Geniziz's document gives to find news by: no filter and no sorting. Activities come "newest
 * first"; of all other lists, also those of one type of activity, no order is documented. Leads show
 * date_created and date_updated, opportunities date_created alone: their changes are found by
 * comparing them with what they were. Changes of status are activities of their own.
 */
export const events: Readonly<Record<(typeof EVENTS)[number], GenizizEvent>> = {
	activityCreated: {
		name: 'Activity Created',
		description: 'When there is a new activity',
		path: '/api/v1/activity/',
		noun: 'an activity',
		time: 'date_created',
		hasRecords: false,
	},
	leadCreated: {
		name: 'Lead Created',
		description: 'When there is a new lead',
		path: '/api/v1/lead/',
		noun: 'a lead',
		time: 'date_created',
		hasRecords: true,
	},
	leadStatusChanged: {
		...CHANGES,
		name: 'Lead Status Changed',
		description: 'When a lead has got another status',
		path: '/api/v1/activity/status_change/lead/',
	},
	leadUpdated: {
		name: 'Lead Updated',
		description: 'When a lead was changed after it was created',
		path: '/api/v1/lead/',
		noun: 'a lead',
		time: 'date_updated',
		hasRecords: true,
	},
	opportunityCreated: {
		name: 'Opportunity Created',
		description: 'When there is a new opportunity',
		path: '/api/v1/opportunity/',
		noun: 'an opportunity',
		time: 'date_created',
		hasRecords: true,
	},
	opportunityStatusChanged: {
		...CHANGES,
		name: 'Opportunity Status Changed',
		description: 'When an opportunity has got another status',
		path: '/api/v1/activity/status_change/opportunity/',
	},
	opportunityUpdated: {
		name: 'Opportunity Updated',
		description: 'When anything in an opportunity was changed',
		path: '/api/v1/opportunity/',
		noun: 'an opportunity',
		hasRecords: true,
	},
};

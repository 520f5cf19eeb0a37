// The data that every reset goes back to: the document's own examples.
import type { Values } from '../shared/records.mts';

/** A user of the team ("User API"). */
export interface User {
	readonly id: number;
	readonly team_id: number;
	readonly created_at: string;
	readonly email: string;
	readonly email_bcc: string | null;
	readonly first_name: string;
	readonly full_name: string;
	readonly last_name: string;
	readonly reporting_email: string | null;
	readonly roles: readonly string[];
}

const TEAM_ID = 2;

/** The first is the document's, the second the sender of the document's message. */
const FIRST_USERS: readonly User[] = [
	{
		id: 1,
		team_id: TEAM_ID,
		created_at: '2019-03-21T16:11:00.024-04:00',
		email: 'dev@growthgenius.com',
		email_bcc: 'tim@cnn.com',
		first_name: 'Okay',
		full_name: 'Okay Senior',
		last_name: 'Senior',
		reporting_email: 'reporting-dev@growthgenius.com',
		roles: ['superadmin', 'admin'],
	},
	user(78, 'Louise', 'Sender'),
];

const FIRST_NEW_USER_ID = 101;

/** The users of the team. */
export function seedUsers(count: number): User[] {
	const more = Array.from({ length: Math.max(0, count - FIRST_USERS.length) }, (_, at) =>
		user(FIRST_NEW_USER_ID + at, 'Teammate', `Number ${at + 1}`),
	);
	return [...FIRST_USERS, ...more].slice(0, count);
}

function user(id: number, first: string, last: string): User {
	return {
		id,
		team_id: TEAM_ID,
		created_at: '2019-03-22T09:00:00.000-04:00',
		email: `user-${id}@example.com`,
		email_bcc: null,
		first_name: first,
		full_name: `${first} ${last}`,
		last_name: last,
		reporting_email: null,
		roles: [],
	};
}

/** A record with its times. */
export interface SeedRecord {
	readonly values: Values;
	readonly createdAt: string;
	readonly updatedAt: string;
}

/** "Create a Contact", the JSON response. Its two names differ there as well. */
export const SEED_CONTACT: SeedRecord = {
	createdAt: '2021-01-19T17:06:25.730-05:00',
	updatedAt: '2021-01-19T17:07:20.529-05:00',
	values: {
		company_city: 'San Francisco',
		company_country: 'USA',
		company_linkedin_url: 'linkedin.com/company/anz',
		company_name: 'Apple Inc.',
		company_name_informal: 'Apple',
		company_state: 'Victoria',
		contact_account: { id: 485499, status: 'cold' },
		contact_account_id: 485499,
		country: 'USA',
		email: 'sjobs@apple.com',
		email_confidence: 100,
		first_name: 'Tony',
		full_name: 'Steve Jobs',
		industry: 'Computers',
		keywords: 'banking, finance, retail banking, commercial banking, credit risk',
		last_name: 'Barkley',
		linkedin_url: 'linkedin.com/in/tony-barkley-92824584',
		linkedin_username: 'tony-barkley-92824584',
		mobile_phone: 'NaN',
		name: 'Tony Barkley',
		prospect_id: 236811124,
		state: 'Bay Of Plenty',
		status: 'Ongoing',
		technologies: '',
		title: 'Relationship Associate',
		user_id: 1,
		website: 'anz.com',
	},
};

/** "Create a Message". Its contact is not in the document. */
export const SEED_MESSAGE: SeedRecord = {
	createdAt: '2019-08-09T07:10:41.275-04:00',
	updatedAt: '2019-08-09T07:10:41.275-04:00',
	values: {
		contact_id: 155715,
		message_type: 'sales_force_message',
		rendered_copy: "Hey Louis,\n\nYou hate prospecting. I love it. Maybe it's a perfect match?",
		rendered_subject: null,
		sent_at: '2019-08-09T07:10:41.275-04:00',
		team_id: 1,
		user_id: 78,
	},
};

/** The companies that `companies/find` knows, by domain (newer documents name tesla.com). */
export const COMPANIES: ReadonlyMap<string, Values> = new Map([
	[
		'tesla.com',
		{
			company_name: 'Tesla, Inc.',
			company_name_informal: 'Tesla',
			company_city: 'Austin',
			company_state: 'Texas',
			company_country: 'USA',
			industry: 'Automotive',
			website: 'tesla.com',
		},
	],
	[
		'apple.com',
		{
			company_name: 'Apple Inc.',
			company_name_informal: 'Apple',
			company_city: 'Cupertino',
			company_state: 'California',
			company_country: 'USA',
			industry: 'Computers',
			website: 'apple.com',
		},
	],
]);

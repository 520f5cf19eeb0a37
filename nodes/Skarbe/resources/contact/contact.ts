import { options, writeOptions } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { simplify } from '../../../shared/form/simplify';
import { documented } from '../../../shared/operations/answer';
import { list } from '../../../shared/operations/list';
import { find } from '../../../shared/operations/matched/find';
import { createIfNew } from '../../../shared/operations/matched/matched';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { contactBody, contactIssues } from './body';
import { contactFields, query } from './fields';
import {
	CONTACTS_PATH,
	contactMatching,
	contactSource,
	findFields,
	matchFields,
	wantedContact,
} from './match';
import { contactOutput } from './output';

/** Skarbe, "Available endpoints", "Contacts". */
export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [
		single({
			value: 'create',
			name: 'Create',
			action: 'Create contact',
			description: 'Create a contact in your organization',
			method: 'POST',
			path: CONTACTS_PATH,
			repeat: 'ifNotTaken',
			fields: [...contactFields, writeOptions()],
			check: contactIssues,
			body: contactBody,
			answer: documented({ key: 'id' }),
		}),
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many contacts',
			description: 'Retrieve contacts, all or those that a search finds',
			method: 'GET',
			path: CONTACTS_PATH,
			fields: [query, ...many, simplify, options()],
			askLess: "a 'Search' that finds fewer",
			query: (input) => ({ query: input.query }),
			records: [],
			output: (record, input) => contactOutput(record, input.simplify),
		}),
		createIfNew({
			value: 'createIfNew',
			name: 'Create if New',
			action: 'Create contact if new',
			description:
				'Create a contact unless it is there already; for more than a few items all contacts are read first',
			method: 'POST',
			path: CONTACTS_PATH,
			fields: matchFields,
			check: contactIssues,
			matching: contactMatching,
		}),
		find({
			value: 'find',
			name: 'Find',
			action: 'Find contacts',
			description:
				'Find contacts by an email or the domain of it; for more than a few items all contacts are read',
			method: 'GET',
			path: CONTACTS_PATH,
			fields: findFields,
			source: contactSource,
			wanted: wantedContact,
			output: (record, input) => contactOutput(record, input.simplify),
		}),
	],
};

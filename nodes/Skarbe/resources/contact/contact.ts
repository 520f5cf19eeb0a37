import { options, writeOptions } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { simplify } from '../../../shared/form/simplify';
import { documented } from '../../../shared/operations/answer';
import { list } from '../../../shared/operations/list';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { contactBody, contactIssues } from './body';
import { contactFields, query } from './fields';
import { contactOutput } from './output';

export const CONTACTS_PATH = '/api/connect/contacts';

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
	],
};

import { list, many } from '../../shared/operations/list';
import { single } from '../../shared/operations/single';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { simplify } from '../../shared/simplify';
import { bodyOf, contactIssues } from '../contacts/body';
import { contactFields, query } from '../contacts/fields';
import { shown } from '../contacts/shown';

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
			fields: [...contactFields, options()],
			check: contactIssues,
			body: bodyOf,
			expects: 'id',
		}),
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many contacts',
			description: 'Retrieve contacts, all or those that a search finds',
			method: 'GET',
			path: CONTACTS_PATH,
			fields: [query, ...many, simplify, options()],
			query: (input) => ({ query: input.query }),
			records: [],
			record: (record, input) => shown(record, input.simplify),
		}),
	],
};

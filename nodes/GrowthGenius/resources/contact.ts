import { nothingSetIssues } from '../../shared/body';
import type { InputOf } from '../../shared/field';
import { list, many } from '../../shared/operations/list';
import { deleted, single } from '../../shared/operations/single';
import type { Resource } from '../../shared/operation';
import { options } from '../../shared/options';
import { snakeCased, unwrapped } from '../body';
import { contactFields } from '../contacts/fields';
import { shown } from '../contacts/shown';
import { simplify } from '../../shared/simplify';
import { contactId, filters, rangeIssues } from '../fields';

const CONTACTS = '/integrations/v1/contacts';
const CONTACT = `${CONTACTS}/{contactId}`;

/** What is in the wrapper of a contact that is sent. */
function valuesOf(input: InputOf<typeof contactFields>): Record<string, unknown> {
	if (input.jsonBody) return unwrapped('contact', input.jsonBody);
	const { firstName, lastName, email, title, companyName, userId } = input;
	return {
		...snakeCased({ firstName, lastName, email, title, companyName, userId }),
		...snakeCased(input.additionalFields),
		...snakeCased(input.customFields),
	};
}

/** GrowthGenius API Reference, "Contact API". */
export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [
		single({
			value: 'create',
			name: 'Create',
			action: 'Create contact',
			description: 'Create a contact; GrowthGenius does not look whether it has it already',
			method: 'POST',
			path: CONTACTS,
			fields: [...contactFields, options()],
			check: (input) => nothingSetIssues(valuesOf(input), 'sets nothing to create'),
			body: (input) => ({ contact: valuesOf(input) }),
			wrapper: 'contact',
		}),
		single({
			value: 'delete',
			name: 'Delete',
			action: 'Delete contact',
			description: 'Delete a contact',
			method: 'DELETE',
			path: CONTACT,
			fields: [contactId, options()],
			answerless: true,
			output: deleted,
		}),
		single({
			value: 'get',
			name: 'Get',
			action: 'Get contact',
			description: 'Retrieve a contact by its ID',
			method: 'GET',
			path: CONTACT,
			fields: [contactId, simplify, options()],
			wrapper: 'contact',
			output: (record, input) => shown(record, input.simplify),
		}),
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many contacts',
			description: 'Retrieve the contacts that were updated between two times',
			method: 'GET',
			path: CONTACTS,
			fields: [...many, filters, simplify, options()],
			check: (input) => rangeIssues(input.filters),
			query: ({ filters: { from, to } }) => ({ from, to }),
			records: ['contacts'],
			record: (record, input) => shown(record, input.simplify),
		}),
		single({
			value: 'update',
			name: 'Update',
			action: 'Update contact',
			description: 'Change fields of a contact; what is left empty stays as it is',
			method: 'PATCH',
			path: CONTACT,
			fields: [contactId, ...contactFields, options()],
			check: (input) => nothingSetIssues(valuesOf(input)),
			body: (input) => ({ contact: valuesOf(input) }),
			// The same values twice leave the contact as once.
			repeat: 'always',
			wrapper: 'contact',
		}),
	],
};

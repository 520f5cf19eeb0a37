import { nothingSetIssues, snakeCased } from '../../../shared/form/body';
import { clearingIssues, withCleared, withoutClearing } from '../../../shared/form/clearFields';
import type { InputOf } from '../../../shared/form/field';
import { options, writeOptions } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { simplify } from '../../../shared/form/simplify';
import { requiredTextField } from '../../../shared/form/textField';
import { documented, undocumented } from '../../../shared/operations/answer';
import { list } from '../../../shared/operations/list';
import { find } from '../../../shared/operations/matched/find';
import { createIfNew, upsert } from '../../../shared/operations/matched/matched';
import { deleted, single, withId } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { unwrapped } from '../body';
import { ASK_LESS, filters, idOf, rangeIssues, rangeOf } from '../fields';
import { clearable, contactChanges, newContact } from './fields';
import {
	CONTACTS,
	contactMatching,
	contactSource,
	contactUpdate,
	findFields,
	matchFields,
	wantedContact,
} from './match';
import { contactOutput } from './output';

const CONTACT = `${CONTACTS}/{contactId}`;

const contactId = requiredTextField({
	displayName: 'Contact ID',
	name: 'contactId',
	placeholder: 'e.g. 1102755',
	description: 'The ID of the contact, out of another Contact operation',
});

type ContactInput = InputOf<typeof newContact>;

/** What is set in the wrapper of a contact that is sent. */
function valuesOf(input: ContactInput): Record<string, unknown> {
	const { jsonBody, firstName, lastName, email, title, companyName, userId } = input;
	return {
		...(jsonBody && unwrapped('contact', jsonBody)),
		...snakeCased({ firstName, lastName, email, title, companyName, userId }),
		...snakeCased(withoutClearing(input.additionalFields)),
		...snakeCased(input.customFields),
	};
}

/** The same of an update, which can also clear fields. */
function changesOf(input: ContactInput): Record<string, unknown> {
	return withCleared(valuesOf(input), input.additionalFields);
}

const matching = { ...contactMatching, values: valuesOf };

const NOTHING = 'sets nothing to create';
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
			repeat: 'ifNotTaken',
			fields: [...newContact, writeOptions()],
			check: (input) => nothingSetIssues(valuesOf(input), NOTHING),
			body: (input) => ({ contact: valuesOf(input) }),
			answer: documented({ within: 'contact' }),
		}),
		single({
			value: 'delete',
			name: 'Delete',
			action: 'Delete contact',
			description: 'Delete a contact',
			method: 'DELETE',
			path: CONTACT,
			repeat: 'always',
			fields: [contactId, writeOptions()],
			answer: undocumented(),
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
			answer: documented({ within: 'contact' }),
			output: (record, input) => contactOutput(record, input.simplify),
		}),
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many contacts',
			description: 'Retrieve the contacts that were updated between two times',
			method: 'GET',
			path: CONTACTS,
			fields: [...many, filters, simplify, options()],
			askLess: ASK_LESS,
			check: (input) => rangeIssues(input.filters),
			query: ({ filters: range }) => rangeOf(range),
			records: ['contacts'],
			output: (record, input) => contactOutput(record, input.simplify),
		}),
		single({
			value: 'update',
			name: 'Update',
			action: 'Update contact',
			description: 'Change fields of a contact; what is left empty stays as it is',
			method: 'PATCH',
			path: CONTACT,
			// The same values twice leave the contact as once.
			repeat: 'always',
			fields: [contactId, ...contactChanges, writeOptions()],
			check: (input) => [
				...clearingIssues(valuesOf(input), clearable, input.additionalFields),
				...nothingSetIssues(changesOf(input)),
			],
			body: (input) => ({ contact: changesOf(input) }),
			// "Returns same JSON as create", of which an update needs nothing.
			answer: undocumented('contact'),
			output: (record, input) => withId(record, idOf(input.contactId)),
		}),
		upsert({
			value: 'upsert',
			name: 'Create or Update',
			action: 'Create or update contact',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			method: 'POST',
			path: CONTACTS,
			fields: matchFields,
			check: (input) => nothingSetIssues(valuesOf(input), NOTHING),
			matching,
			update: contactUpdate,
		}),
		createIfNew({
			value: 'createIfNew',
			name: 'Create if New',
			action: 'Create contact if new',
			description:
				'Create a contact unless it is there already; all contacts are read first, which takes a while where there are many',
			method: 'POST',
			path: CONTACTS,
			fields: matchFields,
			check: (input) => nothingSetIssues(valuesOf(input), NOTHING),
			matching,
		}),
		find({
			value: 'find',
			name: 'Find',
			action: 'Find contacts',
			description:
				"Find contacts by an email or a company's domain; all contacts are read for it, which takes a while where there are many",
			method: 'GET',
			path: CONTACTS,
			fields: findFields,
			askLess: ASK_LESS,
			check: (input) => rangeIssues(input.filters),
			source: contactSource,
			wanted: wantedContact,
			asked: { by: (input) => input.filters, query: (input) => rangeOf(input.filters) },
			output: (record, input) => contactOutput(record, input.simplify),
		}),
	],
};

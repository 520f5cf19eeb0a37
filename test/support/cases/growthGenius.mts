// An example of every GrowthGenius operation (GrowthGenius API Reference). Values that the document
// shows in its examples are used where there are any.
import { byId } from '../results.mts';
import type { FormCase, Item, OperationCase, SpecialCase } from '../vendor.mts';
import { undescribed } from './undescribed.mts';

const API = '/integrations/v1';
/** Every request but the User API's carries the user of the credential. */
const query = { user_id: '78' };

export const STEVE: Item = {
	first: 'Steve',
	last: 'Jobs',
	email: 'sjobs@apple.com',
	custom: 'Wave 3',
};
const ADA: Item = { first: 'Ada', last: 'Lovelace', email: 'ada@x.example', custom: 'Wave 4' };

const contactParameters = {
	dataMode: 'fields',
	firstName: '={{ $json.first }}',
	lastName: '={{ $json.last }}',
	email: '={{ $json.email }}',
	title: '',
	companyName: 'Apple Inc.',
	userId: byId(1),
	additionalFields: {
		companyNameInformal: 'Apple',
		emailConfidence: '100',
		contactAccountId: 485499,
	},
	customFields: { custom1: '={{ $json.custom }}' },
};

const contactBody = {
	first_name: 'Steve',
	last_name: 'Jobs',
	email: 'sjobs@apple.com',
	company_name: 'Apple Inc.',
	user_id: 1,
	company_name_informal: 'Apple',
	email_confidence: 100,
	contact_account_id: 485499,
	custom1: 'Wave 3',
};

/** The document's own contact and message. */
const CONTACT = 1102755;
const MESSAGE = 393642;

const range = {
	filters: { from: '2021-01-01T00:00:00Z', to: '={{ $json.to }}' },
	returnAll: false,
	limit: 1,
};
const rangeItem: Item = { to: '2021-12-31T12:00:00+01:00' };
const rangeQuery = {
	...query,
	from: '2021-01-01T00:00:00.000Z',
	to: '2021-12-31T12:00:00.000+01:00',
};
const badRange = { item: { to: 'soon' }, field: 'Updated To' };

const messageParameters = {
	dataMode: 'fields',
	contactId: '={{ $json.contact }}',
	messageType: 'sales_force_message',
	renderedSubject: '',
	renderedCopy: '={{ $json.text }}',
	userId: byId('={{ $json.user }}'),
	additionalFields: { sentAt: '2019-08-09T07:10:41.275-04:00', teamId: 1 },
};
const messageItem: Item = { contact: 155715, text: 'Hey Louis,\nIt is me. ', user: 78 };
const messageBody = {
	contact_id: 155715,
	message_type: 'sales_force_message',
	rendered_copy: 'Hey Louis,\nIt is me. ',
	user_id: 78,
	sent_at: '2019-08-09T07:10:41.275-04:00',
	team_id: 1,
};

/** A contact that is matched with those that are there. */
const matched: FormCase = {
	parameters: { ...contactParameters, matchBy: 'email' },
	items: [STEVE, ADA],
	bad: { item: { email: { some: 'object' } }, field: 'Email' },
};

/** The example of each operation, by 'resource.operation'. */
export const growthGeniusCases: Readonly<Record<string, OperationCase | SpecialCase>> = {
	'contact.upsert': { ...matched, elsewhere: 'contact.upsert.test.mts: the list is read first' },
	'contact.createIfNew': {
		...matched,
		elsewhere: 'contact.upsert.test.mts: the list is read first',
	},
	'contact.find': {
		parameters: { findBy: 'email', email: '={{ $json.email }}', filters: range.filters },
		items: [
			{ ...STEVE, ...rangeItem },
			{ ...ADA, ...rangeItem },
		],
		bad: badRange,
		elsewhere: 'contact.find.test.mts: one list serves all items',
	},
	'contact.create': {
		parameters: contactParameters,
		items: [STEVE, ADA],
		bad: { item: { email: { some: 'object' } }, field: 'Email' },
		request: {
			method: 'POST',
			path: `${API}/contacts`,
			query,
			body: { contact: contactBody },
		},
		output: contactBody,
		refusedField: ['company_name_informal', 'Company Name, Informal'],
	},
	'contact.delete': {
		parameters: { contactId: '={{ $json.id }}' },
		items: [{ id: CONTACT }, { id: CONTACT + 1 }],
		bad: { item: { id: '' }, field: 'Contact ID' },
		request: { method: 'DELETE', path: `${API}/contacts/${CONTACT}`, query },
		output: { deleted: true },
		// The document shows no answer, so any 200 means that it is done.
		undocumented: { deleted: true },
		prepare: (site) => site.sandbox.growthGenius.contacts.make(),
	},
	'contact.get': {
		parameters: { contactId: '={{ $json.id }}', simplify: true },
		items: [{ id: CONTACT }, { id: CONTACT }],
		bad: { item: { id: ' ' }, field: 'Contact ID' },
		request: { method: 'GET', path: `${API}/contacts/${CONTACT}`, query },
		output: { id: CONTACT, email: 'sjobs@apple.com', title: 'Relationship Associate' },
	},
	'contact.getAll': {
		parameters: range,
		items: [rangeItem, rangeItem],
		bad: badRange,
		request: { method: 'GET', path: `${API}/contacts`, query: rangeQuery },
		output: { id: CONTACT, company_name: 'Apple Inc.' },
	},
	'contact.update': {
		parameters: {
			...contactParameters,
			contactId: '={{ $json.id }}',
			additionalFields: { ...contactParameters.additionalFields, clearFields: ['state'] },
		},
		items: [
			{ ...STEVE, id: CONTACT },
			{ ...ADA, id: CONTACT },
		],
		bad: { item: { first: { some: 'object' } }, field: 'First Name' },
		request: {
			method: 'PATCH',
			path: `${API}/contacts/${CONTACT}`,
			query,
			body: { contact: { ...contactBody, state: null } },
		},
		output: { ...contactBody, id: CONTACT, state: null },
		// "Returns same JSON as create", of which an update needs nothing.
		...undescribed({ id: CONTACT, success: true }),
		refusedField: ['custom1', 'Custom 1'],
	},
	'message.create': {
		parameters: messageParameters,
		items: [messageItem, { ...messageItem, text: 'Hey Ada' }],
		bad: { item: { contact: 'Louis' }, field: 'Contact ID' },
		request: {
			method: 'POST',
			path: `${API}/messages`,
			query,
			body: { message: messageBody },
		},
		output: messageBody,
		refusedField: ['rendered_copy', 'Text'],
	},
	'message.delete': {
		parameters: { messageId: '={{ $json.id }}' },
		items: [{ id: MESSAGE }, { id: MESSAGE + 1 }],
		bad: { item: { id: null }, field: 'Message ID' },
		request: { method: 'DELETE', path: `${API}/messages/${MESSAGE}`, query },
		output: { deleted: true },
		undocumented: { deleted: true },
		prepare: (site) => site.sandbox.growthGenius.messages.make(),
	},
	'message.get': {
		parameters: { messageId: '={{ $json.id }}' },
		items: [{ id: MESSAGE }, { id: MESSAGE }],
		bad: { item: { id: '' }, field: 'Message ID' },
		request: { method: 'GET', path: `${API}/messages/${MESSAGE}`, query },
		output: { id: MESSAGE, contact_id: 155715, message_type: 'sales_force_message' },
	},
	'message.getAll': {
		parameters: { ...range, filters: { ...range.filters, from: '2019-01-01T00:00:00Z' } },
		items: [rangeItem, rangeItem],
		bad: badRange,
		request: {
			method: 'GET',
			path: `${API}/messages`,
			query: { ...rangeQuery, from: '2019-01-01T00:00:00.000Z' },
		},
		output: { id: MESSAGE, team_id: 1 },
	},
	'message.update': {
		parameters: {
			...messageParameters,
			messageId: '={{ $json.id }}',
			additionalFields: {
				...messageParameters.additionalFields,
				clearFields: ['rendered_subject'],
			},
		},
		items: [
			{ ...messageItem, id: MESSAGE },
			{ ...messageItem, id: MESSAGE },
		],
		bad: { item: { user: 'Louis' }, field: 'User' },
		request: {
			method: 'PATCH',
			path: `${API}/messages/${MESSAGE}`,
			query,
			body: { message: { ...messageBody, rendered_subject: null } },
		},
		output: { ...messageBody, id: MESSAGE },
		...undescribed({ id: MESSAGE, success: true }),
		refusedField: ['sent_at', 'Sent At'],
	},
	'company.find': {
		parameters: { domain: '={{ $json.site }}' },
		items: [{ site: 'https://www.apple.com/mac?id=1' }, { site: 'tesla.com' }],
		bad: { item: { site: 'Apple Inc.' }, field: 'Domain' },
		request: {
			method: 'GET',
			path: `${API}/companies/find`,
			query: { ...query, domain: 'apple.com' },
		},
		output: { company_name: 'Apple Inc.' },
		refusedField: ['domain', 'Domain'],
	},
	'user.getAll': {
		parameters: { returnAll: false, limit: '={{ $json.limit }}' },
		items: [{ limit: 1 }, { limit: 1 }],
		bad: { item: { limit: 0 }, field: 'Limit' },
		request: { method: 'GET', path: `${API}/users` },
		output: { id: 1, email: 'dev@growthgenius.com', full_name: 'Okay Senior' },
	},
};

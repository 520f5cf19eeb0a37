// An example of every Skarbe operation ("Available endpoints"). Values that the document shows in
// its examples are used where there are any.
import { byId } from '../results.mts';
import type { Item, OperationCase, SpecialCase } from '../vendor.mts';

const API = '/api/connect';

const JANE: Item = { email: 'jane@x.example', first: 'Jane', status: 1 };

/** The example of each operation, by 'resource.operation'. */
export const skarbeCases: Readonly<Record<string, OperationCase | SpecialCase>> = {
	'contact.createIfNew': {
		parameters: { matchBy: 'email', email: '={{ $json.email }}', firstName: '={{ $json.first }}' },
		items: [JANE, { ...JANE, email: 'joe@x.example', first: 'Joe' }],
		bad: { item: { email: 'jane' }, field: 'Email' },
		elsewhere: 'contact.createIfNew.test.mts: it searches first',
	},
	'contact.find': {
		parameters: { findBy: 'domain', domain: '={{ $json.domain }}' },
		items: [{ domain: 'example.com' }, { domain: 'https://www.x.example/about' }],
		bad: { item: { domain: 'no domain' }, field: 'Domain' },
		elsewhere: 'contact.createIfNew.test.mts: one search serves all items that look for the same',
	},
	'contact.create': {
		parameters: {
			dataMode: 'fields',
			email: '={{ $json.email }}',
			firstName: '={{ $json.first }}',
			lastName: 'Smith',
			leadStatus: byId('={{ $json.status }}'),
			additionalFields: {
				jobTitle: 'Marketing Manager',
				companyName: 'Tech Solutions Inc',
				phoneNumbers: '+1 408 996 1010, +1 408 996 1011',
				note: ' Met at the fair,\ntwice',
			},
		},
		items: [JANE, { ...JANE, email: 'joe@x.example', first: 'Joe' }],
		bad: { item: { email: 'jane' }, field: 'Email' },
		request: {
			method: 'POST',
			path: `${API}/contacts`,
			body: {
				email: 'jane@x.example',
				firstName: 'Jane',
				lastName: 'Smith',
				leadStatus: 1,
				jobTitle: 'Marketing Manager',
				companyName: 'Tech Solutions Inc',
				phoneNumbers: ['+1 408 996 1010', '+1 408 996 1011'],
				note: ' Met at the fair,\ntwice',
			},
		},
		output: { email: 'jane@x.example', firstName: 'Jane', jobTitle: 'Marketing Manager' },
		refusedField: ['companyName', 'Company Name'],
	},
	'contact.getAll': {
		parameters: { query: '={{ $json.text }}', returnAll: false, limit: 1, simplify: true },
		items: [{ text: 'john' }, { text: 'Doe' }],
		bad: { item: { text: ['john'] }, field: 'Search' },
		request: { method: 'GET', path: `${API}/contacts`, query: { query: 'john' } },
		output: {
			id: 1,
			firstName: 'John',
			companyName: 'Acme Corp',
			leadStatusId: 1,
			leadStatus: 'New Lead',
		},
		// "attributes" of the document names no lead status.
		strict: { id: 1, firstName: 'John', companyName: 'Acme Corp' },
		refusedField: ['query', 'Search'],
	},
	'leadStatus.getAll': {
		parameters: { returnAll: false, limit: '={{ $json.limit }}' },
		items: [{ limit: 1 }, { limit: 1 }],
		bad: { item: { limit: 0 }, field: 'Limit' },
		request: { method: 'GET', path: `${API}/contacts/lead-statuses` },
		output: { id: 1, type: 'lead', label: 'New Lead', color: '#3B82F6', order: 1 },
	},
	'user.getCurrent': {
		request: { method: 'GET', path: `${API}/me` },
		output: { details: { name: 'John Admin' }, workspace: { name: 'Acme Corporation' } },
	},
};

// Leads, opportunities and their line items.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { byId } from '../results.mts';
import type { FormCase, OperationCase, SpecialCase } from '../vendor.mts';
import {
	deleteCase,
	EARLIER,
	getCase,
	LATER,
	listCase,
	makes,
	openCase,
	SUCCESS,
	V1,
} from './genizizMakers.mts';
import { undescribed } from './undescribed.mts';

const leads = {
	path: `${V1}/lead/`,
	id: 'leadId',
	label: 'Lead',
	chosen: true,
	prepare: makes('leads', { name: 'Made' }),
};

const opportunities = {
	path: `${V1}/opportunity/`,
	id: 'opportunityId',
	label: 'Opportunity ID',
	prepare: makes('opportunities', { lead_id: SEED.lead }),
};

const lineItems = {
	path: `${V1}/opportunity/${SEED.opportunity}/line_item/`,
	id: 'lineItemId',
	label: 'Line Item ID',
	parameters: { opportunityId: SEED.opportunity },
	prepare: makes('lineItems', { opportunity_id: SEED.opportunity }),
};

const addressed = {
	emails: [{ email: 'hello@acme.example', type: 'office' }],
	phones: [{ phone: '+15551234567', type: 'office' }],
	addresses: [{ city: 'Austin', country: 'US' }],
};

/** A lead that is matched with those that are there. */
const matched: FormCase = {
	parameters: {
		matchBy: 'email',
		name: '={{ $json.name }}',
		additionalFields: {
			industry: 'Software',
			emails: { values: [{ email: '={{ $json.email }}', type: 'office' }] },
		},
	},
	items: [
		{ name: 'Acme Inc', email: 'hello@acme.example' },
		{ name: 'Globex', email: 'hello@globex.example' },
	],
	bad: { item: { name: ' ' }, field: 'Name' },
};

/** The example of each of their operations, by 'resource.operation'. */
export const genizizLeadCases: Readonly<Record<string, OperationCase | SpecialCase>> = {
	'lead.upsert': { ...matched, elsewhere: 'lead.upsert.test.mts: the list is read first' },
	'lead.createIfNew': {
		...matched,
		elsewhere: 'lead.createIfNew.test.mts: the list is read first',
	},
	'lead.find': {
		parameters: {
			findBy: 'email',
			email: '={{ $json.email }}',
			filters: { updatedSince: '2020-01-01' },
		},
		items: [{ email: 'hello@acme.example' }, { email: 'hello@globex.example' }],
		bad: { item: { email: 'hello' }, field: 'Email' },
		elsewhere: 'lead.find.test.mts: one pass through the list serves all items',
	},
	'lead.create': {
		parameters: {
			name: '={{ $json.name }}',
			additionalFields: {
				url: 'https://acme.example',
				industry: 'Software',
				statusId: byId(SEED.leadStatus),
				ownerId: SEED.user,
				mrr: 4900,
				emails: { values: addressed.emails },
				phones: { values: addressed.phones },
				addresses: { values: addressed.addresses },
			},
		},
		items: [{ name: 'Acme Inc' }, { name: 'Beta' }],
		bad: { item: { name: ' ' }, field: 'Name' },
		request: {
			method: 'POST',
			path: leads.path,
			body: {
				name: 'Acme Inc',
				url: 'https://acme.example',
				industry: 'Software',
				status_id: SEED.leadStatus,
				owner_id: SEED.user,
				mrr: 4900,
				...addressed,
			},
		},
		output: { name: 'Acme Inc', status_id: SEED.leadStatus, mrr: 4900, ...addressed },
		strict: { name: 'Acme Inc', status_id: SEED.leadStatus, emails: addressed.emails },
		refusedField: ['owner_id', 'Owner ID'],
	},
	'lead.get': getCase(leads),
	'lead.getAll': listCase(leads.path, leads.prepare),
	'lead.update': {
		parameters: {
			leadId: byId('={{ $json.id }}'),
			updateFields: {
				name: '={{ $json.name }}',
				statusId: byId(SEED.leadStatusWon),
				clearFields: ['industry'],
			},
		},
		items: [
			{ id: LATER, name: 'Acme Incorporated' },
			{ id: EARLIER, name: 'Beta' },
		],
		bad: { item: { id: ' ' }, field: 'Lead' },
		request: {
			method: 'PUT',
			path: `${leads.path}${LATER}/`,
			body: { name: 'Acme Incorporated', status_id: SEED.leadStatusWon, industry: null },
		},
		output: { id: LATER, name: 'Acme Incorporated', status_id: SEED.leadStatusWon, industry: null },
		refusedField: ['status_id', 'Status'],
		// The document shows the whole lead, of which an update needs nothing.
		...undescribed({ ...SUCCESS, id: LATER }),
		prepare: leads.prepare,
	},
	'lead.delete': deleteCase(leads),
	'lead.merge': {
		parameters: { sourceLeadId: byId('={{ $json.id }}'), destinationLeadId: byId(SEED.lead) },
		items: [{ id: LATER }, { id: EARLIER }],
		bad: { item: { id: ' ' }, field: 'Source Lead' },
		request: {
			method: 'POST',
			path: `${leads.path}merge/`,
			body: { source: LATER, destination: SEED.lead },
		},
		output: { id: SEED.lead },
		refusedField: ['source', 'Source Lead'],
		...undescribed({ ...SUCCESS, id: SEED.lead }),
		prepare: leads.prepare,
	},
	'lead.move': {
		parameters: { leadId: byId('={{ $json.id }}'), targetOrganizationId: '={{ $json.target }}' },
		items: [
			{ id: LATER, target: SEED.secondOrganization },
			{ id: EARLIER, target: SEED.secondOrganization },
		],
		bad: { item: { target: '' }, field: 'Target Organization ID' },
		request: {
			method: 'POST',
			path: `${leads.path}${LATER}/move/`,
			body: { target_organization_id: SEED.secondOrganization },
		},
		output: { id: LATER },
		refusedField: ['target_organization_id', 'Target Organization ID'],
		...undescribed({ ...SUCCESS, id: LATER }),
		prepare: leads.prepare,
	},
	'opportunity.create': {
		parameters: {
			leadId: byId('={{ $json.lead }}'),
			additionalFields: {
				statusId: byId(SEED.opportunityStatus),
				value: { values: { amount: '={{ $json.amount }}', unit: 'currency' } },
				valuePeriod: 'annual',
				confidence: 60,
				note: 'Evaluating the Scale plan for 40 reps.',
			},
		},
		items: [
			{ lead: SEED.lead, amount: 12_000.5 },
			{ lead: SEED.lead, amount: 1 },
		],
		bad: { item: { amount: 12.345 }, field: 'Value' },
		request: {
			method: 'POST',
			path: opportunities.path,
			body: {
				lead_id: SEED.lead,
				status_id: SEED.opportunityStatus,
				value: 1_200_050,
				value_period: 'annual',
				confidence: 60,
				note: 'Evaluating the Scale plan for 40 reps.',
			},
		},
		output: { lead_id: SEED.lead, value: 1_200_050, value_formatted: '$12,000.50' },
		refusedField: ['confidence', 'Confidence (%)'],
	},
	'opportunity.get': getCase(opportunities),
	'opportunity.getAll': listCase(opportunities.path, opportunities.prepare),
	'opportunity.update': {
		parameters: {
			opportunityId: '={{ $json.id }}',
			updateFields: {
				value: { values: { amount: '={{ $json.cents }}', unit: 'cents' } },
				otherFields: { values: [{ name: 'custom_seats', type: 'number', value: '40' }] },
				clearOtherFields: 'custom_plan, custom_term',
			},
		},
		items: [
			{ id: LATER, cents: 1_200_000 },
			{ id: EARLIER, cents: 0 },
		],
		bad: { item: { id: '' }, field: 'Opportunity ID' },
		request: {
			method: 'PUT',
			path: `${opportunities.path}${LATER}/`,
			body: { value: 1_200_000, custom_seats: 40, custom_plan: null, custom_term: null },
		},
		output: { id: LATER, value: 1_200_000, custom_seats: 40 },
		refusedField: ['value', 'Value'],
		...undescribed({ ...SUCCESS, id: LATER }),
		prepare: opportunities.prepare,
	},
	'opportunity.delete': deleteCase(opportunities),
	'opportunityLineItem.create': lineItemCreated(),
	'opportunityLineItem.getAll': listCase(lineItems.path, lineItems.prepare, lineItems.parameters),
	'opportunityLineItem.delete': deleteCase(lineItems),
};

function lineItemCreated(): OperationCase {
	const its = openCase({ method: 'POST', path: lineItems.path }, 'name');
	return { ...its, parameters: { ...its.parameters, ...lineItems.parameters } };
}

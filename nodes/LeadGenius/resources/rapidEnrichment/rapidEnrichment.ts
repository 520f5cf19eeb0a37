import { bodyFields } from '../../../shared/form/body';
import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { documented } from '../../../shared/operations/answer';
import { list } from '../../../shared/operations/list';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { onlySet } from '../../../shared/values/records';
import { utc } from '../record/retrieve';
import { contacts, data, dataIssues, enrichmentType, filters, requestId } from './fields';

/** Rapid enrichment is in LeadGenius's newer public documents only. */
export const rapidEnrichment: Resource = {
	value: 'rapidEnrichment',
	name: 'Rapid Enrichment',
	operations: [
		single({
			value: 'create',
			name: 'Create',
			action: 'Create rapid enrichment',
			description: 'Ask for one account, one contact or the contacts of one company, done soon',
			method: 'POST',
			path: '/api/v1/enrichment/rapid/',
			repeat: 'ifNotTaken',
			fields: [
				enrichmentType,
				...bodyFields(
					{ type: 'contact', data: { contact_email: 'jane@simplefake.org' } },
					data,
					contacts,
				),
				options(),
			],
			check: (input) => dataIssues(input),
			body: (input) =>
				input.jsonBody ?? {
					type: input.enrichmentType,
					data: input.data,
					contacts:
						input.contacts &&
						onlySet({
							contacts_per_company: input.contacts.contactsPerCompany,
							seniority: input.contacts.seniority,
							department: input.contacts.department,
						}),
				},
			answer: documented({ key: 'id' }),
		}),
		single({
			value: 'get',
			name: 'Get',
			action: 'Get rapid enrichment',
			description: 'Retrieve the state of a request and, when it is done, what was found',
			method: 'GET',
			path: '/api/v1/enrichment/rapid/{requestId}/',
			fields: [requestId, options()],
			answer: documented(),
		}),
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many rapid enrichments',
			description: 'Retrieve requests, by their state, type or time',
			method: 'GET',
			path: '/api/v1/enrichment/rapid/',
			fields: [...many, filters, options()],
			query: ({ filters: given }) => ({
				id: given.requestIds,
				status: given.status,
				enrichment_type: given.enrichmentType,
				created_from: utc(given.createdFrom),
				created_to: utc(given.createdTo),
			}),
			records: ['results'],
			paging: { kind: 'next', nextKey: 'next' },
		}),
		single({
			value: 'getStats',
			name: 'Get Statistics',
			action: 'Get statistics of rapid enrichments',
			description: 'Retrieve how many requests are in which state',
			method: 'GET',
			path: '/api/v1/enrichment/rapid/stats/',
			fields: [options()],
			answer: documented(),
		}),
	],
};

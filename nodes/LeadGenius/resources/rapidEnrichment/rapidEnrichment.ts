import type { IDataObject } from 'n8n-workflow';
import { matchedPartFields } from '../../../shared/form/body';
import type { InputOf } from '../../../shared/form/field';
import { options, writeOptions } from '../../../shared/form/options';
import { limitOf, many } from '../../../shared/form/returnAll';
import { documented, readRecord, receiptOf } from '../../../shared/operations/answer';
import { perItem } from '../../../shared/operations/perItem';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { onlySet } from '../../../shared/values/records';
import { names } from '../../names';
import { utc } from '../record/retrieve';
import {
	contacts,
	data,
	enrichmentType,
	filters,
	namesOfType,
	requestId,
	requestIssues,
	timeoutSeconds,
} from './fields';
import {
	fetchFound,
	listRequests,
	RAPID_PATH,
	RAPID_REQUEST_PATH,
	waitForRequest,
} from './request';

/** What is asked for in a new request, beside its type. */
const asked = matchedPartFields(
	{ type: 'contact', data: { contact_email: 'jane@simplefake.org' } },
	data,
	{ all: names, of: namesOfType, dependOn: ['enrichmentType'] },
	contacts,
);

type Asked = InputOf<readonly [typeof enrichmentType, ...typeof asked]>;

function bodyOf(input: Asked): object {
	const { enrichmentType: type, data: known, contacts: wanted, jsonBody } = input;
	if (jsonBody) return jsonBody;
	const found = wanted && {
		contacts_per_company: wanted.contactsPerCompany,
		seniority: wanted.seniority,
		department: wanted.department,
		title: wanted.title,
	};
	return { type, data: known, contacts: found && onlySet(found) };
}

/** The answer to a new request. */
const CREATED = documented({ key: 'id' });

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
			path: RAPID_PATH,
			repeat: 'ifNotTaken',
			fields: [enrichmentType, ...asked, writeOptions()],
			check: (input) => requestIssues(input),
			body: bodyOf,
			answer: CREATED,
		}),
		perItem({
			value: 'createAndWait',
			name: 'Create and Wait',
			action: 'Create rapid enrichment and wait',
			description:
				'Ask for one account, one contact or the contacts of one company, wait until it is done, and output what was found',
			method: 'POST',
			path: RAPID_PATH,
			fields: [enrichmentType, ...asked, writeOptions(timeoutSeconds)],
			check: (input) => requestIssues(input),
			receipt: (answer) => receiptOf(CREATED, answer),
			work: async (input, client) => {
				const deadline = Date.now() + input.options.timeoutSeconds * 1000;
				const body = bodyOf(input);
				const answer = await client.send({
					method: 'POST',
					path: RAPID_PATH,
					body,
					repeat: 'ifNotTaken',
				});
				return await waitForRequest(client, readRecord(client, CREATED, answer), deadline);
			},
		}),
		perItem({
			value: 'get',
			name: 'Get',
			action: 'Get rapid enrichment',
			description: 'Retrieve what was found for a request, once it is done',
			method: 'GET',
			path: RAPID_REQUEST_PATH,
			fields: [requestId, options()],
			work: async (input, client) => await fetchFound(client, input.requestId),
		}),
		perItem({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many rapid enrichments',
			description: 'Retrieve requests, by their state, type or time',
			method: 'GET',
			path: RAPID_PATH,
			fields: [...many, filters, options()],
			work: async (input, client) => {
				const { filters: given } = input;
				const query = {
					status: given.status,
					enrichment_type: given.enrichmentType,
					created_from: utc(given.createdFrom),
					created_to: utc(given.createdTo),
				};
				const ids = given.requestIds ?? [];
				if (ids.length === 0) return await listRequests(client, query, limitOf(input));
				// The list takes one ID.
				const found: IDataObject[] = [];
				for (const id of ids) {
					const left = limitOf(input) - found.length;
					if (left > 0) found.push(...(await listRequests(client, { ...query, id }, left)));
				}
				return found;
			},
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

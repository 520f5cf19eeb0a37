import type { IDataObject } from 'n8n-workflow';
import { readPages } from '../../../shared/lists/paging';
import { documented, readRecord } from '../../../shared/operations/answer';
import { waitUntil } from '../../../shared/operations/waitUntil';
import type { Client } from '../../../shared/transport/client';
import { fillPath } from '../../../shared/transport/path';
import type { ApiRequest } from '../../../shared/transport/request';
import { isBlank } from '../../../shared/values/text';

/** Where requests are made and listed, and where one of them is read (newer documents). */
export const RAPID_PATH = '/api/v1/enrichment/rapid/';
export const RAPID_REQUEST_PATH = '/api/v1/enrichment/rapid/{requestId}/';

/** The states that end a request without a result. */
const BAD_ENDS: readonly unknown[] = ['erred', 'cancelled'];

/** Lists requests. @throws NodeApiError also when an answer holds no list */
export async function listRequests(
	client: Client,
	query: ApiRequest['query'],
	limit = Number.POSITIVE_INFINITY,
): Promise<IDataObject[]> {
	return await readPages({
		client,
		request: { method: 'GET', path: RAPID_PATH, query },
		paging: { kind: 'next', nextKey: 'next' },
		limit,
		records: ['results'],
	});
}

/**
 * What a request has found. In newer documents it is the record alone, so that the request's ID is
 * added; the contacts of a company may be several.
 *
 * @throws NodeApiError also when the answer is no record
 */
export async function fetchFound(client: Client, requestId: string): Promise<IDataObject[]> {
	const path = fillPath(RAPID_REQUEST_PATH, { requestId });
	const answer = await client.send({ method: 'GET', path });
	const number = Number(requestId);
	const id = Number.isSafeInteger(number) ? number : requestId;
	const found: unknown[] = Array.isArray(answer) ? answer : [answer];
	return found.map((each) => {
		const record = readRecord(client, documented(), each);
		return isBlank(record.id) ? { ...record, id } : record;
	});
}

/**
 * Waits until a request is done. Only the list tells its state: read by its ID it is nothing but the
 * record.
 *
 * @param created what LeadGenius answered when it was made
 * @param deadline when to give up, in ms since the epoch
 * @returns the records that were found, with the request's ID and state
 * @throws NodeOperationError at the deadline, NodeApiError when it came to a bad end; both name it
 */
export async function waitForRequest(
	client: Client,
	created: IDataObject,
	deadline: number,
): Promise<IDataObject[]> {
	const id = String(created.id);
	const waiting = client.for(`Wait for rapid enrichment ${id}`);
	let state: IDataObject | undefined = created;
	const done = await waitUntil(waiting, deadline, async () => {
		const now = state ?? (await stateOf(waiting, id));
		state = undefined;
		waiting.tell(`rapid enrichment ${id} is ${String(now.status ?? 'not listed yet')}`);
		if (BAD_ENDS.includes(now.status)) {
			throw waiting.reported(
				`LeadGenius could not finish rapid enrichment ${id}: it is ${String(now.status)}`,
				`Check 'Known Data', and ask LeadGenius for the reason with the request ID ${id}`,
			);
		}
		return now.status === 'ok' ? now : undefined;
	});
	if (!done) {
		throw waiting.gaveUp(
			`LeadGenius has not finished rapid enrichment ${id} within the time limit`,
			`LeadGenius goes on with it. Raise 'Time Limit (Seconds)' in Options, or fetch the result later with Rapid Enrichment > Get and the request ID ${id}.`,
		);
	}
	const found = await fetchFound(waiting, id);
	return found.length > 0 ? found.map((record) => ({ ...done, ...record })) : [done];
}

/** A request as the list has it; an empty one while it is not there. */
async function stateOf(client: Client, id: string): Promise<IDataObject> {
	const listed = await listRequests(client, { id });
	return listed.find((each) => String(each.id) === id) ?? {};
}

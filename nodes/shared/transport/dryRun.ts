import type { IDataObject } from 'n8n-workflow';
import { toRecord } from '../values/records';
import { urlOf, type ApiRequest } from './request';

/**
 * Thrown in place of sending a request: what it would be. It holds nothing of the credential, neither
 * what that adds to the address nor a header.
 */
export class DryRun extends Error {
	readonly method: ApiRequest['method'];
	/** With its query. */
	readonly url: string;
	/** As it would travel; undefined where there is none. */
	readonly body: IDataObject | undefined;

	/** @param base the vendor's origin, with the path in front of the API's */
	constructor(request: ApiRequest, base: URL) {
		super('Dry run: nothing was sent');
		const { method, body } = request;
		this.method = method;
		this.url = urlOf(request, base, {}).href;
		this.body = body && toRecord(JSON.parse(JSON.stringify(body)));
	}
}

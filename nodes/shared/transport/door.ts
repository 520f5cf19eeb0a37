import type { ICredentialDataDecryptedObject, ICredentialsDecrypted, INode } from 'n8n-workflow';
import type { Limit, Vendor } from '../vendor';
import { RequestErrors } from './errors';
import type { RequestContext } from './exchange';
import { limiterFor, type Limiter } from './limiter';
import { baseUrlOf } from './origin';
import { redactor } from './secrets';
import type { Tally } from './tally';
import { VendorClock } from './vendorClock';

/** What requests of a run go through. */
export interface Door {
	readonly context: RequestContext;
	readonly vendor: Vendor;
	/** The vendor's origin, with the path in front of the API's. */
	readonly base: URL;
	readonly credential: ICredentialDataDecryptedObject;
	/** The same as n8n's helper takes it, which would read and decrypt it again for each request. */
	readonly decrypted: ICredentialsDecrypted;
	readonly limiter: Limiter;
	readonly errors: RequestErrors;
	/** Ends all requests and pauses. */
	readonly signal: AbortSignal | undefined;
	readonly clock: VendorClock;
	/** What the run's requests come to; it also stands for the run in the limiter, whatever ends it. */
	readonly tally: Tally;
}

/**
 * Opens the door with a decrypted credential.
 *
 * @param key tells it from others under the same ID, where it depends on the item
 * @throws NodeApiError when its Base URL is not a web address, or one that the key must not be sent
 *   to, and when its limit is none
 */
export function openDoor(
	context: RequestContext,
	vendor: Vendor,
	credential: ICredentialDataDecryptedObject,
	key: string,
	tally: Tally,
): Door {
	const node = context.getNode();
	const errors = new RequestErrors(node, vendor, redactor(credential));
	const base = baseOf(credential, errors);
	const limit = limitOf(vendor, credential, errors);
	const decrypted = decryptedOf(node, vendor, credential);
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const limiter = limiterFor(`${vendor.credential}|${decrypted.id}|${base.origin}|${key}`, limit);
	const clock = new VendorClock();
	return { context, vendor, base, credential, decrypted, limiter, errors, signal, clock, tally };
}

function decryptedOf(
	node: INode,
	{ credential: type }: Vendor,
	data: ICredentialDataDecryptedObject,
): ICredentialsDecrypted {
	const { id, name } = node.credentials?.[type] ?? {};
	return { id: id ?? '', name: name ?? '', type, data };
}

function baseOf(credential: ICredentialDataDecryptedObject, errors: RequestErrors): URL {
	try {
		return baseUrlOf(credential);
	} catch (error) {
		throw errors.baseUrl(error);
	}
}

function limitOf(
	vendor: Vendor,
	credential: ICredentialDataDecryptedObject,
	errors: RequestErrors,
): Limit | undefined {
	const limit = vendor.limit?.(credential);
	if (limit && 'issues' in limit) throw errors.credential(limit.issues);
	return limit?.input;
}

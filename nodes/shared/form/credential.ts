import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { unencrypted } from '../values/unencrypted';

/** The Base URL without a slash at its end. A path that is pasted with the API's is not doubled. */
const BASE_URL = '$credentials.baseUrl.trim().replace(/\\/+$/, "")';

/** The field for a key. Its description says where the vendor gives it out. */
export function keyProperty(
	displayName: string,
	name: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description,
	};
}

/** The fields for the vendor's address. @param whenToChange 'GenPage told you another one' */
export function addressProperties(
	vendor: string,
	url: string,
	whenToChange = `${vendor} told you another one`,
): INodeProperties[] {
	return [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: url,
			required: true,
			description: `${vendor}'s own address; change it only if ${whenToChange}`,
		},
		{
			displayName: 'Allow Unencrypted Connection (Insecure)',
			name: 'allowUnencrypted',
			type: 'boolean',
			default: false,
			description:
				'Whether the key may be sent to an address that begins with http:// and is not on your own network. Whoever is on the way can read it there.',
			// An expression may turn out to be such an address.
			displayOptions: { show: { baseUrl: [{ _cnd: { regex: '^\\s*http:|^=' } }] } },
		},
	];
}

/** The field for a limit that the vendor documents. @param requests how many it allows in a minute */
export function requestsPerMinuteProperty(vendor: string, requests: number): INodeProperties {
	return {
		displayName: 'Requests a Minute',
		name: 'requestsPerMinute',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: requests,
		description: `How many requests each process of n8n may send with this key. ${vendor} allows ${requests} in all: in queue mode, and where other programs use the key, enter this process's share. Otherwise processes find their shares by themselves, after a few refused requests.`,
	};
}

/**
 * Signs requests with the key. A function, because n8n sets an expression up anew for each request.
 *
 * @param sign what the key adds to a request
 * @throws Error when the key would go unencrypted to another network, also in the test of the credential
 */
export function signedBy(
	sign: (
		credential: Readonly<ICredentialDataDecryptedObject>,
	) => Pick<IHttpRequestOptions, 'headers' | 'auth'>,
): Extract<IAuthenticate, (...args: never[]) => unknown> {
	return async (credential, request) => {
		const refusal = unencrypted(addressOf(request), credential);
		// In one sentence, as the test of a credential shows it.
		if (refusal) throw new Error(`'Base URL': ${refusal.message}. ${refusal.advice}`);
		const { headers, ...others } = sign(credential);
		const signed = { ...request, ...others, headers: { ...request.headers, ...headers } };
		return await Promise.resolve(signed);
	};
}

/** Where a request goes. n8n's HTTP Request node gives that as `uri`, whatever the type says. */
function addressOf(request: IHttpRequestOptions): URL {
	if ('uri' in request && typeof request.uri === 'string') return new URL(request.uri);
	return new URL(request.url, request.baseURL);
}

/**
 * The request that tests a credential. An address that answers anything else than the vendor does,
 * such as a web page, does not pass.
 *
 * @param url a path that needs nothing but the key
 * @param foreign what the answer of another server has: a value under a key, undefined for none
 */
export function testRequest(
	vendor: string,
	url: string,
	foreign: { readonly key: string; readonly value: string | undefined },
): ICredentialTestRequest {
	const message = `This address does not answer as ${vendor} does: check the 'Base URL'`;
	return {
		request: {
			baseURL: `={{ ${BASE_URL}.replace(/^([a-z]+:\\/\\/[^\\/]+)(\\/.*)$/i, (all, origin, path) => "${url}".startsWith(path + "/") ? origin : all) }}`,
			url,
			headers: { Accept: 'application/json' },
		},
		rules: [{ type: 'responseSuccessBody', properties: { ...foreign, message } }],
	};
}

import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';

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

/** The field for the vendor's address. @param whenToChange 'GenPage told you another one' */
export function baseUrlProperty(
	vendor: string,
	url: string,
	whenToChange = `${vendor} told you another one`,
): INodeProperties {
	return {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: url,
		required: true,
		description: `${vendor}'s own address; change it only if ${whenToChange}`,
	};
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

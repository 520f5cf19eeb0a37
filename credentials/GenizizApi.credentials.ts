import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import {
	addressProperties,
	keyProperty,
	signedBy,
	testRequest,
} from '../nodes/shared/form/credential';
import { pastedKey } from '../nodes/shared/values/pastedKey';

/** Geniziz's API key, sent by HTTP Basic with a blank password (Geniziz REST API, "Authentication"). */
export class GenizizApi implements ICredentialType {
	name = 'genizizApi';

	displayName = 'Geniziz API';

	icon: Icon = {
		light: 'file:../nodes/Geniziz/geniziz.svg',
		dark: 'file:../nodes/Geniziz/geniziz.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-outbound/n8n-nodes-outbound/blob/main/docs/credentials.md#geniziz';

	properties: INodeProperties[] = [
		keyProperty(
			'API Key',
			'apiKey',
			'Create it in <a href="https://app.geniziz.com" target="_blank">Geniziz</a> under Settings > API & Webhooks',
		),
		...addressProperties(
			'Geniziz',
			'https://app.geniziz.com',
			'you reach Geniziz under another one',
		),
	];

	authenticate = signedBy(({ apiKey }) => ({
		auth: { username: pastedKey(apiKey), password: '' },
	}));

	// A web page, which is text that begins with '<', is not an answer of the API.
	test = testRequest('Geniziz', '/api/v1/me/', { key: '0', value: '<' });
}

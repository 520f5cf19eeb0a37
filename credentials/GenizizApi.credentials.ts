import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

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
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Create it in <a href="https://app.geniziz.com" target="_blank">Geniziz</a> under Settings > API & Webhooks',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://app.geniziz.com',
			required: true,
			description: "Geniziz's own address; change it only if you reach Geniziz under another one",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: { username: '={{ $credentials.apiKey.trim() }}', password: '' },
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/^(https?:\\/\\/[^\\/]+).*$/i, "$1") }}',
			url: '/api/v1/me/',
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				// A web page, which is text that begins with '<', is not an answer of the API.
				type: 'responseSuccessBody',
				properties: {
					key: '0',
					value: '<',
					message: "This address does not answer as Geniziz does: check the 'Base URL'",
				},
			},
		],
	};
}

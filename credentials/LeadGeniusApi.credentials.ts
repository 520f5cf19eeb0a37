import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** LeadGenius's API key (LeadGenius API Docs, "Authentication"). */
export class LeadGeniusApi implements ICredentialType {
	name = 'leadGeniusApi';

	displayName = 'LeadGenius API';

	icon: Icon = {
		light: 'file:../nodes/LeadGenius/leadGenius.svg',
		dark: 'file:../nodes/LeadGenius/leadGenius.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-outbound/n8n-nodes-outbound/blob/main/docs/credentials.md#leadgenius';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'<a href="https://leadgenius.com" target="_blank">LeadGenius</a> Sales or your Customer Success rep gives it out. It may be pasted with or without "Token" in front.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://leadgenius.com',
			required: true,
			description: "LeadGenius's own address; change it only if LeadGenius told you another one",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: '=Token {{ $credentials.apiKey.trim().replace(/^Token\\s+/i, "") }}',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/^(https?:\\/\\/[^\\/]+).*$/i, "$1") }}',
			url: '/api/v1/enrichment/status/',
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				// An address that answers anything else, such as a web page, is not LeadGenius.
				type: 'responseSuccessBody',
				properties: {
					key: 'total',
					value: undefined,
					message: "This address does not answer as LeadGenius does: check the 'Base URL'",
				},
			},
		],
	};
}

import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** Skarbe's secret key (Skarbe, "Available endpoints", "Authentication"). */
export class SkarbeApi implements ICredentialType {
	name = 'skarbeApi';

	displayName = 'Skarbe API';

	icon: Icon = {
		light: 'file:../nodes/Skarbe/skarbe.svg',
		dark: 'file:../nodes/Skarbe/skarbe.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-outbound/n8n-nodes-outbound/blob/main/docs/credentials.md#skarbe';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A secret key of your workspace in Skarbe (<a href="https://help.skarbe.com/en/articles/11710429-authentication" target="_blank">how to create one</a>)',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.skarbe.com',
			required: true,
			description: "Skarbe's own address; change it only if Skarbe told you another one",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-Api-Key': '={{ $credentials.apiKey.trim() }}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/^(https?:\\/\\/[^\\/]+).*$/i, "$1") }}',
			url: '/api/connect/me',
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				// An address that answers anything else, such as a web page, is not Skarbe.
				type: 'responseSuccessBody',
				properties: {
					key: 'workspace',
					value: undefined,
					message: "This address does not answer as Skarbe does: check the 'Base URL'",
				},
			},
		],
	};
}

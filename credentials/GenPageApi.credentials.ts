import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** GenPage's API token (GenPage API documentation, "Authenticating requests"). */
export class GenPageApi implements ICredentialType {
	name = 'genPageApi';

	displayName = 'GenPage API';

	icon: Icon = {
		light: 'file:../nodes/GenPage/genPage.svg',
		dark: 'file:../nodes/GenPage/genPage.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-outbound/n8n-nodes-outbound/blob/main/docs/credentials.md#genpage';

	properties: INodeProperties[] = [
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Create it in <a href="https://app.genpage.ai" target="_blank">GenPage</a> under Settings > Integrations. It may be pasted with or without "Bearer" in front.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://backend.genpage.ai',
			required: true,
			description: "GenPage's own address; change it only if GenPage told you another one",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: '=Bearer {{ $credentials.apiToken.trim().replace(/^Bearer\\s+/i, "") }}',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/^(https?:\\/\\/[^\\/]+).*$/i, "$1") }}',
			url: '/api/external/v1/hello-world',
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				// An address that answers anything else, such as a web page, is not GenPage.
				type: 'responseSuccessBody',
				properties: {
					key: 'message',
					value: undefined,
					message: "This address does not answer as GenPage does: check the 'Base URL'",
				},
			},
		],
	};
}

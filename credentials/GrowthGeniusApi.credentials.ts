import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** GrowthGenius's API key and user (GrowthGenius API Reference, "Authentication"). */
export class GrowthGeniusApi implements ICredentialType {
	name = 'growthGeniusApi';

	displayName = 'GrowthGenius API';

	icon: Icon = {
		light: 'file:../nodes/GrowthGenius/growthGenius.svg',
		dark: 'file:../nodes/GrowthGenius/growthGenius.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-outbound/n8n-nodes-outbound/blob/main/docs/credentials.md#growthgenius';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The API key of your GrowthGenius account (<a href="https://growthgenius.github.io/growthgenius-docs" target="_blank">documentation</a>)',
		},
		{
			// Not marked as required: the key alone can be saved and tested, and finds the user's ID.
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 78',
			description:
				'Your ID in GrowthGenius, which every operation but User > Get Many needs. If you do not know it, save the key first and run User > Get Many.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.growthgenius.com',
			required: true,
			description:
				"GrowthGenius's own address; change it only if GrowthGenius told you another one",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '={{ $credentials.apiKey.trim() }}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/^(https?:\\/\\/[^\\/]+).*$/i, "$1") }}',
			url: '/integrations/v1/users',
			headers: { Accept: 'application/json' },
		},
		rules: [
			{
				// An address that answers anything else, such as a web page, is not GrowthGenius.
				type: 'responseSuccessBody',
				properties: {
					key: 'users',
					value: undefined,
					message: "This address does not answer as GrowthGenius does: check the 'Base URL'",
				},
			},
		],
	};
}

import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { baseUrlProperty, keyProperty, testRequest } from '../nodes/shared/form/credential';

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
		keyProperty(
			'API Token',
			'apiToken',
			'Create it in <a href="https://app.genpage.ai" target="_blank">GenPage</a> under Settings > Integrations. It may be pasted with or without "Bearer" in front.',
		),
		baseUrlProperty('GenPage', 'https://backend.genpage.ai'),
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: '=Bearer {{ $credentials.apiToken.trim().replace(/^Bearer\\s+/i, "") }}',
			},
		},
	};

	test = testRequest('GenPage', '/api/external/v1/hello-world', {
		key: 'message',
		value: undefined,
	});
}

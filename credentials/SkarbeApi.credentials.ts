import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { baseUrlProperty, keyProperty, testRequest } from '../nodes/shared/form/credential';

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
		keyProperty(
			'API Key',
			'apiKey',
			'A secret key of your workspace in Skarbe (<a href="https://help.skarbe.com/en/articles/11710429-authentication" target="_blank">how to create one</a>)',
		),
		baseUrlProperty('Skarbe', 'https://api.skarbe.com'),
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-Api-Key': '={{ $credentials.apiKey.trim() }}' } },
	};

	test = testRequest('Skarbe', '/api/connect/me', { key: 'workspace', value: undefined });
}

import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import {
	addressProperties,
	keyProperty,
	signedBy,
	testRequest,
} from '../nodes/shared/form/credential';
import { pastedKey } from '../nodes/shared/values/pastedKey';

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
		...addressProperties('Skarbe', 'https://api.skarbe.com'),
	];

	authenticate = signedBy(({ apiKey }) => ({ headers: { 'X-Api-Key': pastedKey(apiKey) } }));

	test = testRequest('Skarbe', '/api/connect/me', { key: 'workspace', value: undefined });
}

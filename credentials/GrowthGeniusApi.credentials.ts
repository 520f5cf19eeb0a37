import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import {
	addressProperties,
	keyProperty,
	signedBy,
	testRequest,
} from '../nodes/shared/form/credential';
import { pastedKey } from '../nodes/shared/values/pastedKey';

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
		keyProperty(
			'API Key',
			'apiKey',
			'The API key of your GrowthGenius account (<a href="https://growthgenius.github.io/growthgenius-docs" target="_blank">documentation</a>)',
		),
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
		...addressProperties('GrowthGenius', 'https://api.growthgenius.com'),
	];

	authenticate = signedBy(({ apiKey }) => ({ headers: { Authorization: pastedKey(apiKey) } }));

	test = testRequest('GrowthGenius', '/integrations/v1/users', { key: 'users', value: undefined });
}

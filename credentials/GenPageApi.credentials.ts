import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import {
	addressProperties,
	keyProperty,
	signedBy,
	testRequest,
} from '../nodes/shared/form/credential';
import { pastedKey } from '../nodes/shared/values/pastedKey';

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
		...addressProperties('GenPage', 'https://backend.genpage.ai'),
	];

	authenticate = signedBy(({ apiToken }) => ({
		headers: { Authorization: `Bearer ${pastedKey(apiToken, 'Bearer')}` },
	}));

	test = testRequest('GenPage', '/api/external/v1/hello-world', {
		key: 'message',
		value: undefined,
	});
}

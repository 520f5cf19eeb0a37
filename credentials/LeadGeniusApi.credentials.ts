import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import {
	addressProperties,
	keyProperty,
	requestsPerMinuteProperty,
	signedBy,
	testRequest,
} from '../nodes/shared/form/credential';
import { pastedKey } from '../nodes/shared/values/pastedKey';

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
		keyProperty(
			'API Key',
			'apiKey',
			'<a href="https://leadgenius.com" target="_blank">LeadGenius</a> Sales or your Customer Success rep gives it out. It may be pasted with or without "Token" in front.',
		),
		...addressProperties('LeadGenius', 'https://leadgenius.com'),
		requestsPerMinuteProperty('LeadGenius', 50),
	];

	authenticate = signedBy(({ apiKey }) => ({
		headers: { Authorization: `Token ${pastedKey(apiKey, 'Token')}` },
	}));

	test = testRequest('LeadGenius', '/api/v1/enrichment/status/', {
		key: 'total',
		value: undefined,
	});
}

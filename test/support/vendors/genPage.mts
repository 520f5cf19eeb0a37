import { genPageCases } from '../cases/genPage.mts';
import { byId } from '../results.mts';
import type { TestedVendor } from '../vendor.mts';

/** GenPage as the tests know it (GenPage External API Documentation). */
export const genPage: TestedVendor = {
	type: 'genPage',
	cases: genPageCases,
	simplest: 'account.test',
	key: ({ token }) => token,
	credential: (apiToken, baseUrl) => ({ apiToken, baseUrl }),
	headers: (token) => ({ authorization: `Bearer ${token}` }),
	pasted: [
		['with Bearer in front', (token) => `Bearer ${token}`],
		['with bearer in small letters', (token) => `bearer  ${token}`],
		['with Bearer and spaces', (token) => ` Bearer ${token} `],
	],
	wrongKey: 'Unauthenticated.',
	keyPlace: /Settings > Integrations/,
	saying: (message) => ({ message }),
	refusal: {
		status: 422,
		body: (field, why) => ({ message: 'The given data was invalid.', errors: { [field]: [why] } }),
		shown: (displayName, why) => `The given data was invalid. ('${displayName}': ${why})`,
	},
	advice: [
		[401, /credential 'GenPage API'.*Settings > Integrations/],
		[402, /credits/],
		[403, /workspace/],
		[404, /check the IDs/],
		[405, /Base URL/],
		[410, /was removed/],
		[422, /correct them/],
	],
	numericIds: ['campaignId', 'audienceId', 'workspaceId'],
	listSearch: { method: 'searchCampaigns', parameters: { workspaceId: byId(16) } },
};

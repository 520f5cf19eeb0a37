import { leadGeniusCases } from '../cases/leadGenius.mts';
import type { TestedVendor } from '../vendor.mts';

/** LeadGenius as the tests know it (LeadGenius API Docs). */
export const leadGenius: TestedVendor = {
	type: 'leadGenius',
	cases: leadGeniusCases,
	simplest: 'usage.get',
	settings: { leadGenius: { requestsPerMinute: 0, rapidMs: 0 } },
	key: ({ leadGeniusKey }) => leadGeniusKey,
	credential: (apiKey, baseUrl) => ({ apiKey, baseUrl }),
	headers: (key) => ({ authorization: `Token ${key}` }),
	pasted: [
		['with Token in front', (key) => `Token ${key}`],
		// So the document's own examples in JavaScript write it.
		['with TOKEN in capitals', (key) => `TOKEN ${key}`],
		['with Token and spaces', (key) => ` Token  ${key} `],
	],
	wrongKey: 'Invalid token.',
	keyPlace: /Customer Success rep/,
	saying: (detail) => ({ detail }),
	refusal: {
		status: 400,
		body: (field, why) => ({ [field]: [why] }),
		shown: (displayName, why) => `'${displayName}': ${why}`,
	},
	advice: [
		[400, /correct them/],
		[401, /credential 'LeadGenius API'.*Customer Success rep/],
		[403, /administrators/],
		[404, /check the campaign slug/],
		[405, /Base URL/],
		[410, /was removed/],
		[418, /support/],
	],
};

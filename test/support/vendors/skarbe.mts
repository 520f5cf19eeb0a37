import { skarbeCases } from '../cases/skarbe.mts';
import type { TestedVendor } from '../vendor.mts';

/** Skarbe as the tests know it ("Available endpoints"). */
export const skarbe: TestedVendor = {
	type: 'skarbe',
	cases: skarbeCases,
	simplest: 'user.getCurrent',
	key: ({ skarbeKey }) => skarbeKey,
	credential: (apiKey, baseUrl) => ({ apiKey, baseUrl }),
	headers: (key) => ({ 'x-api-key': key }),
	pasted: [],
	wrongKey: 'Unauthorized',
	keyPlace: /create another one in Skarbe if it was revoked/,
	saying: (error) => ({ error }),
	refusal: {
		status: 400,
		body: (field, why) => ({ errors: { [field]: why } }),
		shown: (displayName, why) => `'${displayName}': ${why}`,
	},
	advice: [
		[400, /correct them/],
		[401, /credential 'Skarbe API'.*revoked/],
		[402, /payment/],
		[403, /has no access/],
		[404, /check the IDs/],
		[405, /Base URL/],
	],
	numericIds: ['leadStatus'],
	listSearch: { method: 'searchLeadStatuses', parameters: {} },
};

import { growthGeniusCases } from '../cases/growthGenius.mts';
import type { TestedVendor } from '../vendor.mts';

/** The user that the credential names. */
export const USER_ID = '78';

/** GrowthGenius as the tests know it (GrowthGenius API Reference). */
export const growthGenius: TestedVendor = {
	type: 'growthGenius',
	cases: growthGeniusCases,
	simplest: 'user.getAll',
	key: ({ growthGeniusKey }) => growthGeniusKey,
	credential: (apiKey, baseUrl) => ({ apiKey, userId: USER_ID, baseUrl }),
	query: { user_id: USER_ID },
	headers: (key) => ({ authorization: key }),
	pasted: [],
	wrongKey: 'Unauthorized',
	keyPlace: /copy it again from GrowthGenius/,
	saying: (error) => ({ error }),
	refusal: {
		status: 422,
		body: (field, why) => ({ errors: { [field]: [why] } }),
		shown: (displayName, why) => `'${displayName}': ${why}`,
	},
	advice: [
		[400, /correct them/],
		[401, /credential 'GrowthGenius API'.*GrowthGenius/],
		[402, /payment/],
		[403, /'User ID' in the credential/],
		[404, /not for this user/],
		[405, /Base URL/],
		[410, /was removed/],
		[422, /correct them/],
	],
	numericIds: ['userId', 'teamId', 'contactAccountId', 'prospectId', 'emailConfidence'],
	listSearch: { method: 'searchUsers', parameters: {} },
};

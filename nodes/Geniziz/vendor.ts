import type { Vendor } from '../shared/vendor';

/**
 * Geniziz counts requests per group of endpoints and says in ratelimit-* headers how many are left
 * (Geniziz REST API, "Rate limits"): the engine follows them.
 */
export const vendor: Vendor = {
	name: 'Geniziz',
	credential: 'genizizApi',
	credentialName: 'Geniziz API',
	keyPlace: 'in Geniziz under Settings > API & Webhooks',
	// Which groups there are is not documented; it is taken that each resource is one: 'lead'.
	limitGroup: (path) => path.split('/')[3] ?? '',
	advice: {
		402: 'Geniziz stopped this for billing: check the plan and payment of the workspace in Geniziz',
	},
};

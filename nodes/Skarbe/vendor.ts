import type { Vendor } from '../shared/vendor';

/** Skarbe documents no rate limit ("Available endpoints"): the engine follows what its answers say. */
export const vendor: Vendor = {
	name: 'Skarbe',
	credential: 'skarbeApi',
	credentialName: 'Skarbe API',
	keyPlace:
		'create another one in Skarbe if it was revoked, as happens when its owner leaves the workspace',
};

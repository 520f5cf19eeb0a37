import type { Vendor } from '../shared/vendor';

/** GenPage documents no rate limit (GenPage API documentation): the engine follows what its answers say. */
export const vendor: Vendor = {
	name: 'GenPage',
	credential: 'genPageApi',
	credentialName: 'GenPage API',
	keyPlace: 'in GenPage under Settings > Integrations',
	advice: {
		402: 'there are no credits left: see Account > Get Credits, or your plan in GenPage',
		403: 'this token has no access to it: a token belongs to one workspace, so check the workspace',
	},
};

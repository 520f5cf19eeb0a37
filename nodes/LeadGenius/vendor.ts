import type { Vendor } from '../shared/vendor';

/** LeadGenius API Docs, "Authentication", "Rate Limits" and "Errors". */
export const vendor: Vendor = {
	name: 'LeadGenius',
	credential: 'leadGeniusApi',
	credentialName: 'LeadGenius API',
	keyPlace: 'LeadGenius Sales or your Customer Success rep gives it out',
	limit: { requests: 50, perMs: 60_000 },
	advice: {
		403: 'only administrators see this in LeadGenius: ask your Customer Success rep',
		404: "there is no such thing for this key: check the campaign slug, which is on the campaign's details page in Dashboard",
		418: 'LeadGenius refused the request: ask its support',
	},
};

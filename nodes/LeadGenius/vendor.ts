import { wholeNumber, wordsOf } from '../shared/form/schema';
import type { Checked } from '../shared/values/issues';
import type { Limit, Vendor } from '../shared/vendor';

/** LeadGenius API Docs, "Rate Limits". */
const DOCUMENTED = 50;
const MINUTE_MS = 60_000;

/** LeadGenius API Docs, "Authentication", "Rate Limits" and "Errors". */
export const vendor: Vendor = {
	name: 'LeadGenius',
	credential: 'leadGeniusApi',
	credentialName: 'LeadGenius API',
	keyPlace: 'LeadGenius Sales or your Customer Success rep gives it out',
	limit: ({ requestsPerMinute }) => limitOf(requestsPerMinute),
	advice: {
		403: 'only administrators see this in LeadGenius: ask your Customer Success rep',
		404: "there is no such thing for this key: check the campaign slug, which is on the campaign's details page in Dashboard",
		418: 'LeadGenius refused the request: ask its support',
	},
};

/** What the credential says is this process's share; a credential of an earlier version says nothing. */
function limitOf(requestsPerMinute: unknown): Checked<Limit> {
	const parsed = wholeNumber({ min: 1, default: DOCUMENTED }).safeParse(requestsPerMinute);
	if (parsed.success) return { input: { requests: parsed.data, perMs: MINUTE_MS } };
	const fix = `Open the credential and enter how many of LeadGenius's ${DOCUMENTED} requests a minute n8n may send`;
	return { issues: [{ field: 'Requests a Minute', wrong: wordsOf(parsed), fix }] };
}

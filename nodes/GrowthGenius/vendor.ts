import { optionalText } from '../shared/form/schema';
import type { Checked } from '../shared/values/issues';
import type { Vendor } from '../shared/vendor';

/** The User API, which alone takes no user_id (GrowthGenius API Reference, "Authentication"). */
export const USERS_PATH = '/integrations/v1/users';

/** GrowthGenius documents no rate limit: the engine follows what its answers say. */
export const vendor: Vendor = {
	name: 'GrowthGenius',
	credential: 'growthGeniusApi',
	credentialName: 'GrowthGenius API',
	keyPlace: 'copy it again from GrowthGenius',
	query: ({ userId }, path) => (path === USERS_PATH ? { input: {} } : userQuery(userId)),
	advice: {
		403: "this key has no access to it: check the API key and the 'User ID' in the credential",
		404: 'it does not exist there, or not for this user: check the ID in the node',
	},
};

/** The user for whom a request is. */
function userQuery(userId: unknown): Checked<Record<string, string>> {
	const { data: user_id } = optionalText.safeParse(userId);
	if (user_id !== undefined) return { input: { user_id } };
	const fix =
		'Open the credential and enter your ID in GrowthGenius: User > Get Many lists the IDs, also without it';
	return { issues: [{ field: 'User ID', wrong: 'is empty', fix }] };
}

// Alone in its file because tests import it without the rest of the sandbox.

/** The API key that the stand-in for GrowthGenius accepts. */
export const SANDBOX_GROWTHGENIUS_KEY = 'sandbox-growthgenius-key';

/** Another key of the same team, with a rate limit of its own. */
export const SANDBOX_GROWTHGENIUS_SECOND_KEY = 'sandbox-growthgenius-second-key';

/** A `user_id` that it knows: that of the document's example. */
export const SANDBOX_GROWTHGENIUS_USER_ID = '1';

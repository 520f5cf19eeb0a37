// Alone in its file because tests import it without the rest of the sandbox.

/** The secret key that the stand-in for Skarbe accepts. */
export const SANDBOX_SKARBE_KEY = 'sandbox-skarbe-key';

/** Another key of the same user, with a rate limit of its own. */
export const SANDBOX_SKARBE_SECOND_KEY = 'sandbox-skarbe-second-key';

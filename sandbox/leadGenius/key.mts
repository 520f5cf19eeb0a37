// Alone in its file because tests import it without the rest of the sandbox.

/** The API key that the stand-in for LeadGenius accepts. */
export const SANDBOX_LEADGENIUS_KEY = 'sandbox-leadgenius-key';

/** Another key of the same account; whether it has a rate limit of its own, the settings say. */
export const SANDBOX_LEADGENIUS_SECOND_KEY = 'sandbox-leadgenius-second-key';

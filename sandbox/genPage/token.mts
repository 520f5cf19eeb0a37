// Alone in its file because tests import it without the rest of the sandbox.

/** The token that the stand-in for GenPage accepts from the start. */
export const SANDBOX_TOKEN = 'sandbox-genpage-token';

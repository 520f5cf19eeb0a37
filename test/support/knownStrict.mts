// What the nodes cannot do yet with a vendor that does no more than its documents promise. Whoever
// mends one of these takes its line out; a line that is no longer true fails the tests.

/** Why an operation fails, by the vendor's node type and 'resource.operation'. */
export const KNOWN_STRICT: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

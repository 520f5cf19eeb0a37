// How properties are tried.

/** The number that a repeatable run begins from; none where each run is to find other cases. */
const seed = process.env.PROPERTY_SEED ? Number(process.env.PROPERTY_SEED) : undefined;

/**
 * So many cases of a property, other ones in each run; the same ones where PROPERTY_SEED is set, so that a
 * commit that has passed passes again.
 */
export function tried(numRuns: number): { numRuns: number; seed?: number } {
	return { numRuns, ...(seed !== undefined && { seed }) };
}

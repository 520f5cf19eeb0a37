/** The ID of a record where a vendor counts its records: a number, and text beyond 2^53, as parseExactly has it. */
export type WholeId = number | string;

/** The one form of such an ID. @param id a whole number, or text of nothing but digits */
export function wholeId(id: number | string | bigint): WholeId {
	const number = Number(id);
	return Number.isSafeInteger(number) ? number : BigInt(id).toString();
}

/** Something the vendor took: kept so that a later failure cannot hide it. */
export interface Receipt {
	readonly items: readonly number[];
	/** What it is, with the vendor's own ID once that is known: 'job 1234567890'. */
	what: string;
}

/** How many receipts are spelled out in an error; all of them are in its context. */
const RECEIPTS_IN_WORDS = 100;

/** A description that also says what the vendor took. */
export function withAccepted(
	description: string | null | undefined,
	taken: readonly Receipt[],
): string {
	const words = taken.slice(0, RECEIPTS_IN_WORDS).map(receiptWords).join('; ');
	const more = taken.length - RECEIPTS_IN_WORDS;
	const rest = more > 0 ? `; and ${more} more` : '';
	const told = description ? description.replace(/\.?$/, '. ') : '';
	return `${told}Already accepted: ${words}${rest}.`;
}

function receiptWords({ what, items }: Receipt): string {
	const [first, ...others] = items;
	return others.length > 0
		? `${what} (${others.length + 1} items from Item ${first})`
		: `${what} (Item ${first})`;
}

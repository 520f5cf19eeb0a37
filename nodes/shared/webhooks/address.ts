/**
 * The one address at a vendor's that its calls go to, such as a campaign's. It belongs to whoever
 * set it last: it is borrowed, and given back to whom it was taken from.
 */
export interface VendorAddress {
	/** Where calls go now: '' for nowhere, undefined when the vendor does not tell. @throws NodeApiError */
	read(): Promise<string | undefined>;
	/** Has calls sent elsewhere; '' for nowhere. @throws NodeApiError */
	write(url: string): Promise<void>;
}

/**
 * Gives an address back, but only while calls still go to the borrower.
 *
 * @param isOwn whether a URL is the borrower's
 * @param before where calls went before
 * @throws NodeApiError
 */
export async function giveBack(
	address: VendorAddress,
	isOwn: (url: string) => boolean,
	before = '',
): Promise<void> {
	const now = await address.read();
	if (now !== undefined && isOwn(now)) await address.write(before);
}

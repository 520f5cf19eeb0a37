/** Names that mean something inside one network only. */
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/;

/** RFC 1918, RFC 6598, RFC 3927, loopback and "this host". */
const PRIVATE_IPV4 =
	/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

/** Loopback, unspecified and mapped addresses, RFC 4193, link-local ones. */
const PRIVATE_IPV6 = /^\[(::|f[cd]|fe[89ab])/;

/** Whether a host can be reached from its own machine or network only. */
export function isPrivateHost({ hostname }: URL): boolean {
	const host = hostname.toLowerCase().replace(/\.$/, '');
	if (host.startsWith('[')) return PRIVATE_IPV6.test(host);
	return PRIVATE_IPV4.test(`${host}.`) || PRIVATE_NAMES.test(host) || !host.includes('.');
}

/** Whether a vendor cannot call an address, since that is private and the vendor is not. */
export function isOutOfReach(address: string, vendor: URL): boolean {
	if (!URL.canParse(address)) return false;
	return isPrivateHost(new URL(address)) && !isPrivateHost(vendor);
}

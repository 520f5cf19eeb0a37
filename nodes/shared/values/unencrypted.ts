/** What begins so is on this machine or in a private network (RFC 1918, 3927, 4193, 4291). */
const LOCAL_ADDRESS =
	/^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]$|\[f[cd][\da-f]{2}:|\[fe[89ab][\da-f]:)/;
/** Names that no public server has (RFC 6761, 6762, 8375, ICANN's .internal), such as one without a dot. */
const LOCAL_NAME = /^([^.]+|.+\.(localhost|local|internal|lan|home\.arpa))$/;

/** Whether a host is this machine or on a private network. @param hostname as a URL has it */
function isLocal(hostname: string): boolean {
	const name = hostname.replace(/\.$/, '');
	const isName = !/^[\d.]+$|^\[/.test(name);
	return isName ? LOCAL_NAME.test(name) : LOCAL_ADDRESS.test(name);
}

/** A key would be sent where anybody on the way can read it. */
export class UnencryptedError extends Error {
	/** What to do about it. */
	readonly advice =
		"Begin it with https://, or switch on 'Allow Unencrypted Connection (Insecure)' in the credential where the way is safe, such as a VPN";

	constructor({ origin }: URL) {
		super(`"${origin}" would be sent your key unencrypted`);
	}
}

/**
 * What speaks against sending a credential's key to an address: that it would go there unencrypted.
 * Nothing does where the address is local, or the credential allows it.
 */
export function unencrypted(
	url: URL,
	{ allowUnencrypted }: Readonly<Record<string, unknown>>,
): UnencryptedError | undefined {
	const isSafe = url.protocol !== 'http:' || isLocal(url.hostname) || allowUnencrypted === true;
	return isSafe ? undefined : new UnencryptedError(url);
}

import type { INode } from 'n8n-workflow';
import type { Checked } from './values/issues';

/** So many requests in so many ms. */
export interface Limit {
	readonly requests: number;
	readonly perMs: number;
}

/** What the engine must know of a vendor, beyond its operations. */
export interface Vendor {
	/** The vendor's name as people know it, used in messages. */
	readonly name: string;
	/** The credential's type name, such as 'genPageApi'. */
	readonly credential: string;
	/** The credential's display name, such as 'GenPage API'. */
	readonly credentialName: string;
	/** Where the key is found, or how another one is had: it ends the advice on 401. */
	readonly keyPlace: string;
	/** A fixed limit that the vendor documents, of which the credential may name another share. */
	readonly limit?: (credential: Readonly<Record<string, unknown>>) => Checked<Limit>;
	/** The group of endpoints that a path is counted in, where there is more than one. */
	readonly limitGroup?: (path: string) => string;
	/**
	 * Query parameters taken from the credential, or what is wrong in the credential.
	 *
	 * @param path that of the request that is to carry them, where not every one does
	 */
	readonly query?: (
		credential: Readonly<Record<string, unknown>>,
		path: string,
	) => Checked<Record<string, string>>;
	/** Sentences that say more than the engine's own about a status, such as 402 for billing. */
	readonly advice?: Readonly<Record<number, string>>;
}

/** The ID of a vendor's credential in a node; undefined where none is chosen. */
export function credentialIdOf({ credentials }: INode, { credential }: Vendor): string | undefined {
	return credentials?.[credential]?.id ?? undefined;
}

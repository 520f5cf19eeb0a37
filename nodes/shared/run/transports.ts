import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import type { Tally } from '../transport/tally';
import { Transport } from '../transport/transport';
import { FIRST_DEPTH } from '../transport/depth';
import type { Vendor } from '../vendor';

/** More credentials than this in one run are no sign of how deep to go. */
const MOST_LOOKED_AT = 16;

/** A transport, and what tells its credential from others of the run: '' where all items share one. */
export interface Opened {
	readonly transport: Transport;
	readonly key: string;
}

/**
 * The transports of a run's items. A credential may hold expressions, such as the key of the client
 * that an item is about: then each item has its own. Reading a credential is costly, so that one
 * which does not depend on the item is read once.
 */
export class Transports {
	private shared: Promise<Transport | undefined> | undefined;
	/** Those opened last: each item may have one of its own, and these are looked at for each item. */
	private readonly latest: Transport[] = [];
	private readonly opened = new Map<string, Promise<Transport>>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly vendor: Vendor,
		private readonly tally: Tally,
	) {}

	/** How many requests may be under way at once, where that is found out. */
	get atOnce(): number {
		if (this.latest.length === 0) return FIRST_DEPTH;
		return Math.max(...this.latest.map(({ atOnce }) => atOnce));
	}

	/** @throws NodeApiError when the credential's Base URL is not a web address, or n8n's own error */
	async of(item: number): Promise<Opened> {
		this.shared ??= this.openShared();
		const shared = await this.shared;
		if (shared) return { transport: shared, key: '' };
		const credential = await this.read(item);
		const key = JSON.stringify(credential);
		const opened = this.opened.get(key) ?? this.open(credential, key);
		this.opened.set(key, opened);
		return { transport: await opened, key };
	}

	/** Whether the credential reads the item: where there is none it then cannot be had. */
	async dependOnItem(): Promise<boolean> {
		return !(await this.isSame(await this.read(0), this.context.getInputData().length));
	}

	/** The transport for all items, undefined where the credential depends on them. */
	private async openShared(): Promise<Transport | undefined> {
		const credential = await this.read(0);
		const count = this.context.getInputData().length;
		// Beyond the last item an expression that reads an item gives something else, or fails.
		const isShared = count < 2 || (await this.isSame(credential, count));
		return isShared ? await this.open(credential) : undefined;
	}

	private async isSame(credential: ICredentialDataDecryptedObject, item: number): Promise<boolean> {
		const other = await this.read(item).catch(() => undefined);
		return JSON.stringify(other) === JSON.stringify(credential);
	}

	private async read(item: number): Promise<ICredentialDataDecryptedObject> {
		return await this.context.getCredentials(this.vendor.credential, item);
	}

	private async open(credential: ICredentialDataDecryptedObject, key = ''): Promise<Transport> {
		const transport = Transport.with(this.context, this.vendor, credential, key, this.tally);
		this.latest.push(transport);
		if (this.latest.length > MOST_LOOKED_AT) this.latest.shift();
		return transport;
	}
}

// What is known of an operation's output before it has run.
import type { INodeParameters } from 'n8n-workflow';
import type { Item, PreparedVendor } from '../vendor.mts';

/** What a run that shows a whole answer has other than the operation's example. */
export interface ShowingRun {
	/** Beside those of the example. */
	readonly parameters?: INodeParameters;
	readonly items?: readonly Item[];
	/** Makes at the vendor what the items are about. */
	readonly prepare?: (site: PreparedVendor) => Promise<unknown>;
}

/** What an operation outputs. */
export interface KnownAnswer extends ShowingRun {
	/** The operation whose output it has, where the vendor's document says that both answer the same. */
	readonly sameAs?: string;
	/** Another operation that shows the same record, with more in it. */
	readonly also?: ShowingRun & { readonly of: string };
	/** Fields that the vendor's document names, and a vendor of the strict mind leaves out. */
	readonly named?: readonly string[];
	/** Fields whose inside is the user's own. */
	readonly own?: readonly string[];
}

/** What is known of a vendor's operations, by their keys. */
export interface VendorAnswers {
	/** Those of which it is not known what they output, by why. */
	readonly unknown: ReadonlyArray<readonly [why: string, operations: RegExp]>;
	/** Of the others, those whose example does not show it all. */
	readonly known: Readonly<Record<string, KnownAnswer>>;
}

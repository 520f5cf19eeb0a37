// What goes on in n8n for the hour: all of the package, or the like of it with n8n's own nodes.
import type { Stage } from '../e2e/support/stage.mts';
import type { Sink } from './sink.mts';
import type { Verdict } from './verdict.mts';

/** Where it goes on. */
export interface Place extends Stage {
	readonly sink: Sink;
}

/** What goes on, from the first published workflow to the last word. */
export interface Scene {
	/** The IDs of its workflows, stored and not yet published, by their names. */
	readonly workflows: ReadonlyMap<string, string>;
	/** What is to be known of the vendors before anything is published. */
	begin(): Promise<void>;
	/** Goes on until the signal comes, and ends what was begun. */
	run(signal: AbortSignal): Promise<void>;
	/** Waits until all that was made has come out, as far as it does. */
	settle(): Promise<void>;
	/** How far it is, in a few words. */
	progress(): string;
	/** What is to be said of it in the end. */
	verdicts(): Promise<Verdict[]>;
}

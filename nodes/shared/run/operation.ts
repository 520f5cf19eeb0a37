import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Field } from '../form/field';
import type { Vendor } from '../vendor';
import type { Run } from './run';
import type { NotForAgents } from './tool';

/** What every row of an operation table says about itself. */
export interface OperationInfo<Fields extends readonly Field[] = readonly Field[]> {
	/** The stored value: saved workflows depend on it. */
	readonly value: string;
	readonly name: string;
	readonly action: string;
	readonly description: string;
	readonly method: IHttpRequestMethods;
	/** The endpoint's path; {jobId} stands for the field of that name. */
	readonly path: string;
	readonly fields: Fields;
	/**
	 * What makes an answer smaller that is too large to be read, as it stands behind "ask for less at
	 * once:". Where nothing does, it is left out.
	 */
	readonly askLess?: string;
	/** Given where an AI agent must not have it: then it is refused as a tool. */
	readonly notForAgents?: NotForAgents;
}

/** An operation ready to be run; made by single(), list(), batch() or perItem(). */
export interface Operation extends OperationInfo {
	/**
	 * Reads and checks all its items and sends nothing.
	 *
	 * @returns what to call to send them
	 */
	prepare(run: Run, items: readonly number[]): () => Promise<void>;
}

/** A resource of the Resource dropdown; its first operation is the default. */
export interface Resource {
	readonly value: string;
	readonly name: string;
	readonly operations: readonly Operation[];
}

/** All that a vendor's app node can do; its first resource is the default. */
export interface App {
	readonly vendor: Vendor;
	readonly resources: readonly Resource[];
}

// One sandbox for all test files of a worker: starting one takes longer than most of them.
import { Socket } from 'node:net';
import {
	sandboxAt,
	startSandbox,
	type Addresses,
	type Documents,
	type Sandbox,
} from '../../sandbox/client.mts';

declare global {
	/** What a worker keeps from one test file to the next; each has a world of its own. */
	var keptByWorker: Map<string, Promise<Addresses>>;
}

/** The sandbox of this worker, at once where an earlier file has started it. It ends with the worker. */
export async function keptSandbox(documents: Documents): Promise<Sandbox> {
	const starting = keptByWorker.get(documents) ?? start(documents);
	keptByWorker.set(documents, starting);
	return sandboxAt(await starting);
}

async function start(documents: Documents): Promise<Addresses> {
	const options = { documents, leadsPerSecond: 0, recordsPerSecond: 0 };
	const { child, url, foreignUrl } = await startSandbox(options);
	// The worker does not wait for it.
	child.unref();
	child.channel?.unref();
	for (const stream of [child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref();
	return { url, foreignUrl };
}

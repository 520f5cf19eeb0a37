// The faults that no rule of the sandbox makes alone: they depend on what the node has done so far.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setImmediate as later } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { z } from 'zod';
import type { CredentialData } from '../credentials.mts';
import type { VendorSite } from '../site.mts';
import type { Often, Way } from './fault.mts';
import type { ExpectedRequest } from '../vendor.mts';
import { certificate, Gate } from './gate.mts';
import type { SkippedTime } from './skippedTime.mts';

/** A way that is gone. */
interface Begun {
	/** The credential that the node needs for it; its usual one by default. */
	readonly credentials?: CredentialData;
	/** Ends it, after the run. */
	end(): Promise<void>;
}

/** What it happens to. */
interface Around {
	readonly site: VendorSite;
	readonly time: SkippedTime;
	readonly often: Often;
	/** The request that it hits. */
	readonly request: Pick<ExpectedRequest, 'method' | 'path'>;
}

/** Longer than a request may take, in ms. */
const TOO_LONG_MS = 31_000;

/** Begins a fault, before the run. */
export async function begin(way: Way | undefined, around: Around): Promise<Begun> {
	switch (way) {
		case 'closed':
			return await closed(around);
		case 'tls':
			return await encrypted(around);
		case 'silent':
			return silent(around);
		case 'stalled':
			return stalled(around);
		case undefined:
			return { end: () => Promise.resolve() };
	}
}

/** The address refuses connections; if only once, until the node has paused. */
async function closed({ site, time, often }: Around): Promise<Begun> {
	const gate = await Gate.to(site.sandbox.url);
	time.onPause = async () => {
		if (often === 'once') await gate.open();
	};
	const credentials = site.credentialsWith(site.key, gate.url);
	return { credentials, end: () => gate.close() };
}

/** The credential says https. */
async function encrypted({ site }: Around): Promise<Begun> {
	const gate = await Gate.to(site.sandbox.url, 'https');
	const known = getCACertificates('default');
	setDefaultCACertificates([...known, certificate()]);
	await gate.open();
	return {
		credentials: site.credentialsWith(site.key, gate.url),
		async end() {
			setDefaultCACertificates(known);
			await gate.close();
		},
	};
}

/** As soon as a request has arrived, its time is over. */
function silent({ site, time, often, request: { method, path } }: Around): Begun {
	const run = { isOver: false };
	const isOver = () => run.isOver;
	const arrived = async () =>
		(await site.received()).filter((each) => each.method === method && each.path === path).length;
	const watch = async () => {
		for (let count = 1; !isOver(); count++) {
			while (!isOver() && (await arrived()) < count);
			if (isOver()) return;
			time.skip(TOO_LONG_MS);
			if (often === 'once') return;
		}
	};
	const watching = watch();
	return {
		async end() {
			run.isOver = true;
			await watching;
		},
	};
}

/** What node:http publishes when an answer has begun. */
const answeredShape = z.object({ request: z.object({ method: z.string(), path: z.string() }) });
const ANSWERED = 'http.client.response.finish';

/** The node gets to see the head a few turns after node:http has it. */
async function seen(): Promise<void> {
	for (let turns = 0; turns < 10; turns++) await later();
}

/** As soon as the head of an answer is there, its time is over. */
function stalled({ time, often, request }: Around): Begun {
	let left = often === 'once' ? 1 : Number.POSITIVE_INFINITY;
	const onAnswered = (message: unknown) => {
		const { method, path } = answeredShape.parse(message).request;
		const isIt = method === request.method && path.replace(/\?.*/, '') === request.path;
		if (!isIt || left-- <= 0) return;
		void seen().then(() => {
			time.skip(TOO_LONG_MS);
		});
	};
	subscribe(ANSWERED, onAnswered);
	return {
		end() {
			unsubscribe(ANSWERED, onAnswered);
			return Promise.resolve();
		},
	};
}

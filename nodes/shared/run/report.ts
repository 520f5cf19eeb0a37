import type { IExecuteFunctions } from 'n8n-workflow';
import type { Tally } from '../transport/tally';
import type { Vendor } from '../vendor';

/** What a run came to. */
export interface RunResult {
	/** The items that came in. */
	readonly input: number;
	/** The items that went out, without those that tell of an error. */
	readonly output: number;
	/** The items that tell of an error. */
	readonly refused: number;
	readonly tally: Tally;
	/** How long it took, in ms. */
	readonly ms: number;
}

/** Shorter waits are not worth a word, in ms. */
const LEAST_WAIT_MS = 100;

/**
 * A run in words: "10,000 items in 50 requests, 3.1 s; repeated after 429: 2; waited 1.2 s for the
 * limit; refused: 37 items".
 */
export function reportOf({ input, output, refused, tally, ms }: RunResult): string {
	const items = output > input ? `${count(output, 'item')} from` : `${count(input, 'item')} in`;
	const parts = [`${items} ${count(tally.requests, 'request')}, ${seconds(ms)}`, ...held(tally)];
	if (refused > 0) parts.push(`${count(refused, 'item')} refused`);
	return parts.join('; ');
}

/**
 * How far a run is, in words: "12 requests in 31.0 s so far; waited 24.1 s until more could be sent; job
 * 1234567890: 40 of 100 leads processed".
 *
 * @param ms for how long it goes on, in ms
 */
export function progressOf(tally: Tally, ms: number): string {
	const parts = [`${count(tally.requests, 'request')} in ${seconds(ms)} so far`, ...held(tally)];
	return [...parts, ...(tally.latest === undefined ? [] : [tally.latest])].join('; ');
}

/** What held requests back. */
function held({ repeated, waitedMs }: Tally): string[] {
	const repeats = [...repeated].map(
		([after, times]) => `${count(times, 'request')} repeated after ${after}`,
	);
	const isWorthAWord = waitedMs >= LEAST_WAIT_MS;
	const waits = isWorthAWord ? [`waited ${seconds(waitedMs)} until more could be sent`] : [];
	return [...repeats, ...waits];
}

/** What a run says of its items that were dry. */
export function dryRunOf(dry: number, input: number): string {
	const told = 'Dry run: nothing was sent';
	return dry < input
		? `${told} for ${dry.toLocaleString('en-US')} of ${count(input, 'item')}`
		: told;
}

function count(number: number, noun: string): string {
	return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}

/**
 * Adds a run to what n8n keeps of the execution, where executions can be filtered by it: how many
 * requests went to the vendor, and how many items were refused. n8n before version 2 has no place for it.
 */
export function noteInExecution(
	context: IExecuteFunctions,
	{ name }: Vendor,
	{ refused, tally }: RunResult,
): void {
	if (!('customData' in context)) return;
	const { customData } = context;
	const add = (what: string, number: number) => {
		const key = `${name}_${what}`;
		customData.set(key, String(Number(customData.get(key) ?? 0) + number));
	};
	add('requests', tally.requests);
	if (refused > 0) add('refused', refused);
}

// Holds what came of a fault against what is promised.
import type { Example } from '../generated/examples.mts';
import { errorOf, linksOf } from '../results.mts';
import type { VendorSite } from '../site.mts';
import type { Fault } from './fault.mts';
import { isReading, kindOf } from './kinds.mts';
import { mayHaveWritten, promiseOf } from './promise.mts';
import type { Seen } from './run.mts';
import { textOf, type Text } from './text.mts';

/** How much a vendor holds before an operation, and after it was done once. */
export interface Holds {
	readonly before: number;
	readonly after: number;
}

/** What is checked. */
export interface Checked {
	readonly site: VendorSite;
	readonly example: Example;
	readonly fault: Fault;
	readonly seen: Seen;
	readonly holds: Holds;
}

/** The ID that GenPage's sandbox gives to the second job. */
const SECOND_JOB = '1234567891';

/** "Repeated, 5 times at most", says the README. */
const MOST_REQUESTS = 6;
/** "Busy" is repeated for as long as the options say, with growing pauses. */
const WHILE_BUSY = { fewest: 3, most: 20 };

/** A fault that hit once. */
export function expectOnce(checked: Checked): void {
	const { site, example, fault, seen } = checked;
	const { result, requests } = promiseOf(site.vendor, example, fault);
	const { items, error } = seen.result;
	// A refused connection is no request yet.
	expect(seen.requests).toBe(fault.way === 'closed' ? requests - 1 : requests);
	if (result === 'error') {
		expect(items).toEqual([]);
		expectReadable(checked, textOf(errorOf(seen.result)));
	} else {
		expect(error).toBeUndefined();
		if (result === 'nothing') expect(items).toEqual([]);
		else expect(items[0]?.json).toMatchObject(outputOf(checked, result === 'done'));
		expect(seen.waitedMs).toBeGreaterThanOrEqual(fault.asksMs ?? 0);
	}
	expectKept(checked);
}

function outputOf({ example, seen }: Checked, isDone: boolean) {
	const { undocumented, output } = example.its;
	if (isDone) return { ...undocumented };
	// An upsert that was taken twice is two jobs, of which the second is told.
	const isSecondJob = kindOf(example.row) === 'upsert' && seen.taken > 1;
	return isSecondJob ? { ...output, job_id: SECOND_JOB } : output;
}

/** A fault that hit again and again. */
export function expectEver(checked: Checked): void {
	const { fault, seen } = checked;
	expect(seen.result.error).toBeUndefined();
	expect(seen.result.items.map(linksOf)).toEqual([[0]]);
	expectReadable(checked, textOf(seen.result));
	const { fewest, most } = WHILE_BUSY;
	if (fault.way === 'closed') expect(seen.requests).toBe(0);
	else if (fault.nature === 'refused' || fault.nature === 'endless') {
		expect(seen.requests).toBeGreaterThanOrEqual(fewest);
		expect(seen.requests).toBeLessThanOrEqual(most);
	} else expect(seen.requests).toBe(MOST_REQUESTS);
	expectKept(checked);
}

/** Nothing lost that the vendor took, nothing twice, and nothing sent to anybody else. */
function expectKept({ example, seen, holds }: Checked): void {
	expect(seen.foreign).toBe(0);
	if (isReading(kindOf(example.row))) return;
	expect(seen.held).toBe(seen.taken > 0 ? holds.after : holds.before);
}

/** What a program complains of. */
const PROGRAM = /\w*Error\b|Cannot read|undefined|\[object|JSON at position|^\s+at /m;

/** A sentence with the vendor and the item, and advice; the key is not in it. */
function expectReadable({ site, example, fault, seen }: Checked, text: Text): void {
	const { message, description } = text;
	expect(message.split(/[ :]/)[0]).toBe(site.contract.node.display);
	expect(message).toContain('[Item 0]');
	expect(description).toMatch(/^[A-Z][a-z].*\b(try|check|look|raise|ask)\b/is);
	expect(description.length).toBeLessThan(600);
	const whole = `${message}\n${description}`;
	if (fault.says) expect(whole).toMatch(fault.says);
	expect(whole).not.toMatch(PROGRAM);
	const secrets = site.vendor.secrets?.(site.key) ?? [site.key];
	for (const secret of secrets) expect(JSON.stringify(seen.result)).not.toContain(secret);
	if (mayHaveWritten(example, seen.taken)) expect(whole).toMatch(/may have taken|Already accepted/);
	if (fault.nature === 'refused') expect(whole).not.toMatch(/may have taken|Already accepted/);
}

// What came of a fault, as the cells of a table.
import { contractOf } from '../contract.mts';
import type { Fault } from './fault.mts';
import type { Outcome } from './matrix.mts';
import { textOf } from './text.mts';

/** One operation under one fault: both of its runs. */
export interface Pair {
	readonly once: Outcome;
	/** Only where it goes well when the fault hits once. */
	readonly ever: Outcome | undefined;
}

/** The pairs of a fault, in the order of the vendors and their operations. */
export function pairsOf(outcomes: readonly Outcome[], fault: Fault): Pair[] {
	const own = outcomes.filter((each) => each.fault === fault);
	const ever = new Map(
		own.filter(({ often }) => often === 'ever').map((each) => [each.example.row, each]),
	);
	return own
		.filter(({ often }) => often === 'once')
		.map((once) => ({ once, ever: ever.get(once.example.row) }));
}

/** The cells that say what came: once, for ever, and the error. */
export function cellsOf({ once, ever }: Pair): [once: string, ever: string, text: string] {
	const isError = once.seen.result.error !== undefined;
	const told = isError ? once : ever;
	return [
		`${resultOf(once)}, ${requestsOf(once)}`,
		ever ? `${resultOf(ever)}, ${requestsOf(ever)}` : isError ? 'the same' : '',
		told ? plain(told) : '',
	];
}

function resultOf({ often, seen: { result } }: Outcome): string {
	if (result.error) return 'error';
	if (often === 'ever') return 'error item';
	return result.items.length > 0 ? 'output' : 'no items';
}

function requestsOf({ seen: { requests } }: Outcome): string {
	return requests === 1 ? '1 request' : `${requests} requests`;
}

/** What is different for each vendor and operation, and what stands for it. */
const OWN: ReadonlyArray<readonly [own: RegExp, instead: string]> = [
	[/in an unexpected form: .* \[/, 'in an unexpected form: *what it lacks* ['],
	[/(the answer starts with):? .*?(\. Already|$)/s, '$1 …$2'],
	[/\((status )?5\d\d\)/, '($1*status*)'],
	[/Already accepted: .*$/s, 'Already accepted: *what was taken* (Item 0).'],
	[/http:\/\/[\d.:]+/, '*another address*'],
	[/'[\w ]+ API'/, "'*credential*'"],
];

/** The error's text without that. */
function plain({ vendor, seen: { result } }: Outcome): string {
	const { message, description } = textOf(result.error ?? result);
	const advice = description.replace(/^[^:.]+: /, '*Operation*: ');
	const name = contractOf(vendor).node.display;
	return [message, advice]
		.map((text) => OWN.reduce((left, [own, instead]) => left.replace(own, instead), text))
		.join('<br>')
		.replaceAll(name, '*Vendor*');
}

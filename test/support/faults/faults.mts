// What can go wrong with a request: what the vendor, a gateway or the network does to it.
import type { FaultRuleInput } from '../../../sandbox/client.mts';
import type { TestedVendor } from '../vendor.mts';
import type { Family, Fault } from './fault.mts';

/** The words of the vendor in its errors. */
export const WORDS = 'Not now.';

type Headers = Readonly<Record<string, string>>;

/** An error of the vendor's own, in its own form. */
function says(status: number, headersAt: (now: number) => Headers = () => ({}), after = false) {
	return (vendor: TestedVendor, now: number): FaultRuleInput => ({
		kind: 'status',
		status,
		body: vendor.saying(WORDS),
		headers: headersAt(now),
		when: after ? 'after' : 'before',
	});
}

/** A rule that lets the vendor take the request and spoils its answer. */
function spoils(rule: FaultRuleInput) {
	return (): FaultRuleInput => ({ ...rule, when: 'after' });
}

const PAUSE_MS = 7_000;
const LONG_PAUSE_MS = 20_000;

const inSeconds = () => ({ 'retry-after': String(PAUSE_MS / 1000) });
const asDate = (now: number) => ({
	'retry-after': new Date(now + LONG_PAUSE_MS).toUTCString(),
});
const epoch = (now: number) => String(Math.floor((now + LONG_PAUSE_MS) / 1000));

const refusals: readonly Fault[] = [
	{ name: '429, Retry-After in seconds', rule: says(429, inSeconds), asksMs: PAUSE_MS },
	{ name: '429, no Retry-After', rule: says(429) },
	{
		name: '429, Retry-After as a date',
		rule: says(429, asDate),
		asksMs: LONG_PAUSE_MS,
		isOnce: true,
	},
	{
		name: '429, Retry-After in seconds since 1970',
		rule: says(429, (now) => ({ 'retry-after': epoch(now) })),
		asksMs: LONG_PAUSE_MS,
		isOnce: true,
	},
	{
		name: '429, ratelimit-reset in seconds since 1970',
		rule: says(429, (now) => ({ 'ratelimit-reset': epoch(now) })),
		asksMs: LONG_PAUSE_MS,
		isOnce: true,
	},
	{ name: '503, Retry-After in seconds', rule: says(503, inSeconds), asksMs: PAUSE_MS },
].map((each) => ({
	...each,
	nature: 'refused',
	says: /Not now\..*'Retry for up to \(Seconds\)'.*\(status (429|503)\)/s,
}));

const failures: readonly Fault[] = [500, 503].map((status) => ({
	name: status === 503 ? '503, no Retry-After' : String(status),
	nature: 'failed',
	rule: says(status, undefined, true),
	says: new RegExp(`Not now\\..*try again later \\(status ${status}\\)`, 's'),
}));

const gateways: readonly Fault[] = [502, 504].map((status) => ({
	name: `${status} with a web page`,
	nature: 'gateway',
	rule: spoils({ kind: 'html', status }),
	says: new RegExp(`a web page \\(${status}\\).*a proxy or a firewall`, 's'),
}));

const closed: Fault = {
	name: 'connection refused',
	nature: 'refused',
	way: 'closed',
	says: /could not be reached: the connection was refused/,
};

const connections: readonly Fault[] = [
	{
		name: 'connection reset before the vendor took the request',
		nature: 'lost',
		rule: () => ({ kind: 'reset' }),
		says: /could not be reached: the connection broke off/,
	},
	{
		name: 'connection reset after the vendor took the request',
		nature: 'lost',
		rule: spoils({ kind: 'reset' }),
		says: /could not be reached: the connection broke off/,
	},
	{
		name: 'no answer in time',
		nature: 'lost',
		rule: spoils({ kind: 'hang' }),
		way: 'silent',
		says: /could not be reached: there was no answer in time/,
	},
	{
		name: 'connection reset in the body',
		nature: 'midway',
		rule: spoils({ kind: 'resetMidBody' }),
		says: /gave no usable answer: the answer broke off/,
	},
	{
		name: 'a body that does not end in time',
		nature: 'midway',
		rule: spoils({ kind: 'stallMidBody' }),
		way: 'stalled',
		says: /gave no usable answer: the answer did not end in time/,
	},
];

const OTHER_FORM =
	/answered in an unexpected form: it.*check the credential's Base URL.*report this/s;

const UNUSABLE: ReadonlyArray<{ name: string; rule: FaultRuleInput; says?: RegExp }> = [
	{ name: 'a web page', rule: { kind: 'html' }, says: /a web page instead of data/ },
	{ name: 'truncated JSON', rule: { kind: 'truncated' }, says: /something that is not JSON/ },
	{ name: 'a number', rule: { kind: 'wrongType', body: 42 } },
	{ name: 'a text', rule: { kind: 'wrongType', body: 'x' } },
	{ name: 'a list of numbers', rule: { kind: 'wrongType', body: [1, 2] } },
	{ name: 'an empty list', rule: { kind: 'wrongType', body: [] } },
	{ name: 'null', rule: { kind: 'wrongType', body: null } },
	{ name: 'an empty body', rule: { kind: 'empty' } },
	{ name: '204', rule: { kind: 'empty', status: 204 } },
	{
		name: 'a body that is not packed though it says gzip',
		rule: { kind: 'packed', encoding: 'gzip', really: false },
		says: /gave no usable answer: the answer could not be unpacked/,
	},
];

const answers = UNUSABLE.map(
	({ name, rule, says: words = OTHER_FORM }): Fault => ({
		name,
		nature: 'unusable',
		rule: spoils(rule),
		says: words,
		isNoRecords: name === 'an empty list' || name === 'null',
		isList: name === 'an empty list',
		isCut: rule.kind === 'packed',
	}),
);

const LARGE: ReadonlyArray<{ name: string; rule: FaultRuleInput }> = [
	{ name: '100 MB', rule: { kind: 'huge', bytes: 100_000_000 } },
	{
		name: '100 MB, packed as gzip',
		rule: { kind: 'packed', encoding: 'gzip', bytes: 100_000_000 },
	},
];

const tooLarge = LARGE.map(
	({ name, rule }): Fault => ({
		name,
		nature: 'unusable',
		rule: spoils(rule),
		says: /larger than 50 MB.*(ask for less at once|has to learn to ask)/s,
		isCostly: true,
		isCut: true,
	}),
);

const PLACES: ReadonlyArray<{ name: string; rule: FaultRuleInput; forLists?: true }> = [
	{ name: 'a redirect to another host', rule: { kind: 'redirect', to: 'foreign', status: 307 } },
	{
		name: 'a next link to another host',
		rule: { kind: 'next', to: 'foreign', when: 'after' },
		forLists: true,
	},
];

const places = PLACES.map(
	({ name, rule, forLists }): Fault => ({
		name,
		nature: 'elsewhere',
		rule: () => rule,
		says: /where your key must not be sent/,
		forLists,
	}),
);

const endless: readonly Fault[] = [
	{
		name: 'next links without end',
		nature: 'endless',
		rule: () => ({ kind: 'next', to: 'further', when: 'after' }),
		says: /pages in a row bring nothing new.*report this/s,
		forLists: true,
	},
];

const lifted = (
	[
		{ name: 'a redirect', rule: { kind: 'redirect', to: 'same', status: 307 } },
		{ name: 'a next link', rule: { kind: 'next', to: 'further', when: 'after' }, forLists: true },
	] satisfies ReadonlyArray<{ name: string; rule: FaultRuleInput; forLists?: true }>
).map(
	({ name, rule, forLists }): Fault => ({
		name: `${name} to http at the same host, where the credential says https`,
		nature: 'lifted',
		rule: () => rule,
		way: 'tls',
		isOnce: true,
		forLists,
	}),
);

const packed = (['gzip', 'br', 'deflate'] as const).map(
	(encoding): Fault => ({
		name: `a good answer, packed as ${encoding}`,
		nature: 'harmless',
		rule: spoils({ kind: 'packed', encoding }),
	}),
);

/** All faults, in the order of the document. */
export const families: readonly Family[] = [
	{ title: 'The vendor did not take the request', faults: [...refusals, closed] },
	{ title: 'The vendor, or a gateway before it, failed', faults: [...failures, ...gateways] },
	{ title: 'The connection broke off, or nothing came in time', faults: connections },
	{ title: 'The answer is of no use', faults: [...answers, ...tooLarge] },
	{ title: 'The answer leads elsewhere', faults: [...places, ...lifted, ...endless] },
	{ title: 'The answer is packed', faults: packed },
];

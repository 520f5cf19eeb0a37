import { isRecord } from '../values/records';
import { DEFAULT_SETTINGS, type RequestSettings } from '../values/requestSettings';
import { collection, field, type Field } from './field';
import { amount, wholeNumber, yesNo } from './schema';

const TIMEOUT_S = DEFAULT_SETTINGS.timeoutMs / 1000;
const MAX_RETRY_WAIT_S = DEFAULT_SETTINGS.maxRetryWaitMs / 1000;
/** The number of requests in parallel that leaves it to the node to find one. */
const AUTOMATIC = 0;

/** The option of every node that sends requests. */
export const requestTimeout = field(
	{
		displayName: 'Request Timeout (Seconds)',
		name: 'requestTimeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: TIMEOUT_S,
		description: 'How long to wait for the answer to one request',
	},
	amount({ min: 0.001, default: TIMEOUT_S }),
);

/** The options that every operation has. */
const requestOptions = [
	requestTimeout,
	field(
		{
			displayName: 'Requests in Parallel',
			name: 'requestsInParallel',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 64 },
			default: AUTOMATIC,
			description:
				'How many requests may be under way at once. 0 is Automatic: 8 at first, more while answers do not get slower, fewer when they do or when the service refuses requests, never more than 64. The output keeps the order.',
		},
		wholeNumber({ min: 0, max: 64, default: AUTOMATIC }),
	),
	field(
		{
			displayName: 'Retry for up to (Seconds)',
			name: 'maxRetryWait',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: MAX_RETRY_WAIT_S,
			description:
				'How long all pauses before repeats of one request may take together. Requests are repeated when the service is too busy or fails. One that may have been taken is repeated only if that cannot create anything twice. Set to 0 to never repeat.',
		},
		amount({ min: 0, default: MAX_RETRY_WAIT_S }),
	),
] as const;

/** The Options collection of an operation: its own options and those that every one has. */
export function options<const Own extends readonly Field[]>(...own: Own) {
	return collection({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
		...own,
		...requestOptions,
	]);
}

const dryRun = field(
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description:
			'Whether to check everything and send nothing. The output is, for each item, the request that it would be part of.',
	},
	yesNo(false),
);

/** The same of an operation that writes: it can also be tried without sending anything. */
export function writeOptions<const Own extends readonly Field[]>(...own: Own) {
	return options(...own, dryRun);
}

/** How the requests of a run are sent. */
export interface SendSettings extends RequestSettings {
	/** How many items go in one request, where an operation sends many. */
	readonly batchSize: number;
}

/** What a checked input has in its Options. */
export function optionsOf(input: unknown): Record<string, unknown> {
	return isRecord(input) && isRecord(input.options) ? input.options : {};
}

/** The settings in a checked input that has an options() field. */
export function settingsOf(input: unknown): SendSettings {
	const given = optionsOf(input);
	const number = (name: string, fallback: number) => {
		const value = given[name];
		return typeof value === 'number' ? value : fallback;
	};
	const inParallel = number('requestsInParallel', AUTOMATIC);
	return {
		timeoutMs: number('requestTimeout', TIMEOUT_S) * 1000,
		maxRetryWaitMs: number('maxRetryWait', MAX_RETRY_WAIT_S) * 1000,
		inParallel: inParallel === AUTOMATIC ? undefined : inParallel,
		batchSize: number('batchSize', Number.POSITIVE_INFINITY),
		dryRun: given.dryRun === true,
	};
}

/** Whether nothing is to be sent for a checked input. */
export function isDry(input: unknown): boolean {
	return settingsOf(input).dryRun === true;
}

import { field } from './field';
import { amount } from './schema';

const DEFAULT_TIME_LIMIT_S = 600;

/**
 * How long an operation waits, in seconds.
 *
 * @param vendor who is waited for
 * @param held what the error at the end holds: 'job ID'
 */
export function timeLimit(vendor: string, held: string) {
	return field(
		{
			displayName: 'Time Limit (Seconds)',
			name: 'timeoutSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_TIME_LIMIT_S,
			description: `How long to wait for ${vendor} to finish. When it is over, the node stops with an error that holds the ${held}; ${vendor} goes on.`,
		},
		amount({ min: 0, default: DEFAULT_TIME_LIMIT_S }),
	);
}

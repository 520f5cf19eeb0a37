import { isRecord } from '../values/records';
import { field } from './field';
import { wholeNumber, yesNo } from './schema';

/** The two fields of every Get Many. */
export const many = [
	field(
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		yesNo(false),
	),
	field(
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			displayOptions: { show: { returnAll: [false] } },
			description: 'Max number of results to return',
		},
		wholeNumber({ min: 1, default: 50 }),
	),
] as const;

/** The most records that an input with the two fields of many asks for; Infinity for all. */
export function limitOf(input: unknown): number {
	if (!isRecord(input) || input.returnAll !== false) return Number.POSITIVE_INFINITY;
	return typeof input.limit === 'number' ? input.limit : Number.POSITIVE_INFINITY;
}

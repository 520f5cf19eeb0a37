import { field } from './field';
import { yesNo } from './schema';

/** The field of every operation whose records have many fields. */
export const simplify = field(
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	yesNo(true),
);

import { z } from 'zod';
import { field } from '../../../shared/form/field';
import { group } from '../../../shared/form/fixedCollection';
import { oneOf, optionalAmount } from '../../../shared/form/schema';

const amountAndUnit = group(
	{
		displayName: 'Value',
		name: 'value',
		placeholder: 'Add value',
		row: 'Value',
		description: 'What it is worth. Geniziz keeps cents: 1200000 shows as $12,000.00.',
	},
	[
		field(
			{
				displayName: 'Amount',
				name: 'amount',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 2 },
				default: 0,
			},
			optionalAmount({ min: 0 }),
		),
		field(
			{
				displayName: 'Entered In',
				name: 'unit',
				type: 'options',
				default: 'currency',
				options: [
					{ name: 'Cents', value: 'cents', description: '1200000 is $12,000.00' },
					{ name: "Currency's Unit", value: 'currency', description: '12000 is $12,000.00' },
				],
			},
			oneOf(['currency', 'cents'], 'currency'),
		),
	],
);

/** The value of an opportunity, as cents (Geniziz REST API, "Opportunity"). */
export const value = {
	...amountAndUnit,
	schema: amountAndUnit.schema.transform((given, context): number | undefined => {
		if (given?.amount === undefined) return undefined;
		const factor = given.unit === 'cents' ? 1 : 100;
		const cents = Math.round(given.amount * factor);
		// What a calculation adds behind the cents, such as 0.30000000000000004, does no harm.
		if (Math.abs(given.amount - cents / factor) < 1e-6) return cents;
		const most = given.unit === 'cents' ? 'a whole number of cents' : 'two decimals at most';
		context.addIssue({ code: 'custom', message: `must have ${most}, not "${given.amount}"` });
		return z.NEVER;
	}),
};

import { field } from '../../../shared/form/field';
import { group } from '../../../shared/form/fixedCollection';
import { checked, oneOf, optionalAmount, wordsOf, type Verdict } from '../../../shared/form/schema';

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
	schema: checked((value): Verdict<number | undefined> => {
		const given = amountAndUnit.schema.safeParse(value);
		if (!given.success) return { wrong: wordsOf(given) };
		const { amount, unit } = given.data ?? {};
		if (amount === undefined) return { ok: undefined };
		const factor = unit === 'cents' ? 1 : 100;
		const cents = Math.round(amount * factor);
		// What a calculation adds behind the cents, such as 0.30000000000000004, does no harm.
		if (Math.abs(amount - cents / factor) < 1e-6) return { ok: cents };
		const most = unit === 'cents' ? 'a whole number of cents' : 'two decimals at most';
		return { wrong: `must have ${most}, not "${amount}"` };
	}),
};

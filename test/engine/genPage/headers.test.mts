// Columns as spreadsheets and CSV files name them.
import { useGenPage } from '../../support/genPage.mts';
import { leadItems, upsert, uploadsIn } from '../../support/leads.mts';
import { errorOf } from '../../support/results.mts';

const site = useGenPage();

async function sent() {
	return uploadsIn(await site.received()).flatMap(({ leads }) => leads.map(({ values }) => values));
}

test.each(['\uFEFFemail', 'email ', ' email', 'Email', '\uFEFF Email '])(
	"the header '%s' is the column email",
	async (header) => {
		const { error } = await site.run(upsert(), [{ [header]: 'ada@x.example' }]);
		expect(error).toBeUndefined();
		expect(await sent()).toEqual([{ email: 'ada@x.example' }]);
	},
);

test.each(['\uFEFFmy_variable', 'my_variable '])(
	"the header '%s' is the variable my_variable",
	async (header) => {
		const { error } = await site.run(upsert(), [{ email: 'ada@x.example', [header]: 'x' }]);
		expect(error).toBeUndefined();
		expect(await sent()).toEqual([{ email: 'ada@x.example', my_variable: 'x' }]);
	},
);

test('two columns for one field that do not say the same are refused, and both are named', async () => {
	const items = [...leadItems(1), { Email: 'ada@x.example', email: 'bob@x.example' }];
	const { message } = errorOf(await site.run(upsert(), items));
	expect(message).toContain("'Email'");
	expect(message).toContain("'email'");
	expect(message).toContain('[Item 1]');
	expect(await sent()).toEqual([]);
});

test('two columns for one field that say the same are one', async () => {
	await site.run(upsert(), [{ Email: 'ada@x.example', email: ' ada@x.example' }]);
	expect(await sent()).toHaveLength(1);
});

test('a blank column beside a filled one is no second value', async () => {
	await site.run(upsert(), [{ Email: 'ada@x.example', email: '' }]);
	expect(await sent()).toEqual([{ email: 'ada@x.example' }]);
});

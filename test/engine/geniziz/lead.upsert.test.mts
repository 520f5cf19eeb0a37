import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

test('smoke', async () => {
	const parameters = {
		resource: 'lead',
		operation: 'upsert',
		matchBy: 'email',
		name: '={{ $json.name }}',
		additionalFields: {
			emails: { values: [{ email: '={{ $json.email }}' }] },
			industry: 'Software',
		},
	};
	const result = await site.run(parameters, [
		{ name: 'Acme Inc', email: 'Hello@Acme.example' },
		{ name: 'New', email: 'new@new.example' },
		{ name: 'New 2', email: 'new@new.example' },
		{ name: 'Acme Inc', email: 'hello@acme.example' },
	]);
	console.log(JSON.stringify([result.error, result.items, result.hints], null, 1));
	console.log(
		JSON.stringify(
			(await site.received()).map(({ method, path, query, body }) => ({
				method,
				path,
				query,
				body,
			})),
		),
	);
	const found = await site.run({
		resource: 'lead',
		operation: 'find',
		findBy: 'domain',
		domain: 'https://www.acme.example/x',
	});
	console.log(JSON.stringify([found.error, found.items, found.hints], null, 1));
});

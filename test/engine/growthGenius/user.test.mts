// The user for whom requests are made: in the query of all of them but the User API's.
import { searchList } from '../../support/engine.mts';
import { errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { watchTrigger } from '../../support/trigger.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

const site = useVendor(growthGenius);

const credentialsFor = (userId: string) => ({
	growthGeniusApi: { apiKey: site.key, userId, baseUrl: site.sandbox.url },
});

const get = { resource: 'contact', operation: 'get', contactId: 1102755 };
const users = { resource: 'user', operation: 'getAll', returnAll: true };

test('the user ID may be pasted with spaces around it', async () => {
	const result = await site.run(get, [{}], { credentials: credentialsFor(' 78 ') });
	expect(result.error).toBeUndefined();
	expect((await site.received()).map(({ query }) => query)).toEqual([{ user_id: '78' }]);
});

describe('without a user ID', () => {
	const words = "'User ID' of the credential 'GrowthGenius API' is empty";

	test.each(['', '  '])('("%s") nothing is sent, and it is said how to find it', async (userId) => {
		const credentials = credentialsFor(userId);
		const error = errorOf(await site.run(get, [{}], { credentials }));
		expect(error.message).toBe(`${words} [Item 0]`);
		expect(error.description).toContain('User > Get Many lists the IDs');
		expect(await site.received()).toEqual([]);
	});

	test('each item is an error item with continue-on-fail', async () => {
		const credentials = credentialsFor('');
		const onError = 'continueRegularOutput';
		const { items } = await site.run(get, [{}, {}], { credentials, onError });
		expect(items.map(({ json }) => json.error)).toEqual([`${words} [Item 0]`, `${words} [Item 1]`]);
	});

	test('users can be listed all the same, in the node and in its form', async () => {
		const credentials = credentialsFor('');
		const { items } = await site.run(users, [{}], { credentials });
		expect(items.map(({ json }) => json.id)).toEqual([1, 78]);
		const form = { type: 'growthGenius', credentials, parameters: {} };
		const { results } = await searchList(form, 'searchUsers');
		expect(results.map(({ value }) => value).sort()).toEqual(['1', '78']);
		expect((await site.received()).map(({ query }) => query)).toEqual([{}, {}]);
	});
});

test('the trigger asks for the user, too', async () => {
	await watchTrigger(site, { event: 'messageUpdated' }).poll();
	expect((await site.received())[0]?.query).toMatchObject({ user_id: '78' });
});

test('users are found by their full name', async () => {
	const form = { type: 'growthGenius', credentials: site.credentials, parameters: {} };
	const { results } = await searchList(form, 'searchUsers', 'okay');
	expect(results).toEqual([{ name: 'Okay Senior', value: '1' }]);
});

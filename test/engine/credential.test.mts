// The credential as users fill it in: with what they paste around the token and the address.
import { errorOf, messagesOf } from '../support/cases/run.mts';
import { searchList } from '../support/engine.mts';
import { byId, useGenPage } from '../support/genPage.mts';

const site = useGenPage();
const testConnection = { resource: 'account', operation: 'test' };

function filledIn(apiToken: string, baseUrl: string) {
	return { credentials: { genPageApi: { apiToken, baseUrl } } };
}

test.each([
	['as it is', (token: string) => token],
	['with Bearer in front', (token: string) => `Bearer ${token}`],
	['with bearer in small letters', (token: string) => `bearer  ${token}`],
	['with spaces and a line break around it', (token: string) => `  ${token}\n`],
	['with Bearer and spaces', (token: string) => ` Bearer ${token} `],
])('the token is sent rightly when it was pasted %s', async (_, pasted) => {
	const { token, url } = site.sandbox;
	const result = await site.run(testConnection, [{}], filledIn(pasted(token), url));
	expect(result.error).toBeUndefined();
	expect((await site.received())[0]?.headers.authorization).toBe(`Bearer ${token}`);
});

test.each([
	['with a slash at the end', (url: string) => `${url}/`],
	["with the API's path", (url: string) => `${url}/api/external/v1/`],
	['with spaces around it', (url: string) => ` ${url} `],
])('the Base URL may be pasted %s', async (_, pasted) => {
	const { token, url } = site.sandbox;
	const result = await site.run(testConnection, [{}], filledIn(token, pasted(url)));
	expect(result.items[0]?.json).toEqual({ message: 'Hello World' });
	expect((await site.received())[0]?.path).toBe('/api/external/v1/hello-world');
});

describe.each([
	'',
	'backend.genpage.ai',
	'ftp://backend.genpage.ai',
	'http://',
	'file:///etc/passwd',
])('the Base URL "%s"', (baseUrl) => {
	const words = `'Base URL' of the credential 'GenPage API': "${baseUrl}" is not a web address`;

	test('is refused by the node', async () => {
		const more = filledIn(site.sandbox.token, baseUrl);
		const error = errorOf(await site.run(testConnection, [{}], more));
		expect(error.message).toContain(words);
		expect(error.description).toContain('Open the credential and correct it');
	});

	test('is refused by the lists of the form', async () => {
		const { credentials } = filledIn(site.sandbox.token, baseUrl);
		const parameters = { workspaceId: byId(16) };
		const search = searchList({ type: 'genPage', credentials, parameters }, 'searchCampaigns');
		await expect(search).rejects.toThrow(words);
	});
});

test('a wrong Base URL is an error item of each item with continue-on-fail', async () => {
	const more = filledIn(site.sandbox.token, 'backend.genpage.ai');
	const onError = 'continueRegularOutput';
	const result = await site.run(testConnection, [{}, {}], { ...more, onError });
	expect(result.error).toBeUndefined();
	expect(messagesOf(result.items)).toEqual([
		expect.stringContaining('is not a web address'),
		expect.stringContaining('is not a web address'),
	]);
});

test('a wrong token is named as such, with the place where the right one is', async () => {
	const more = filledIn('not-the-right-token', site.sandbox.url);
	const error = errorOf(await site.run(testConnection, [{}], more));
	expect(error.message).toBe('GenPage: Unauthenticated. [Item 0]');
	expect(error.description).toContain("credential 'GenPage API'");
	expect(error.description).toContain('Settings > Integrations');
	expect(error.httpCode).toBe('401');
});

test('a host that nobody answers at is told as such', async () => {
	const more = filledIn(site.sandbox.token, 'http://127.0.0.1:9');
	const parameters = { ...testConnection, options: { maxRetryWait: 0 } };
	const error = errorOf(await site.run(parameters, [{}], more));
	expect(error.message).toBe('GenPage could not be reached: the connection was refused [Item 0]');
	expect(error.description).toContain('Base URL');
});

test('the token does not follow a redirect to another host', async () => {
	await site.sandbox.fault({ kind: 'redirect', to: 'foreign' });
	const error = errorOf(await site.run(testConnection));
	expect(error.message).toContain('your key must not be sent');
	expect(await site.sandbox.foreign()).toEqual([]);
});

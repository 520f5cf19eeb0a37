// The credential as users fill it in: with what they paste around the key and the address.
import { searchList } from '../engine.mts';
import { packageCredentials } from '../package.mts';
import { errorOf, messagesOf } from '../results.mts';
import { useVendor, type VendorSite } from '../site.mts';
import type { TestedVendor } from '../vendor.mts';
import { examplesOf, parametersOf, QUICK, runExample, type Example } from './examples.mts';

/** Generates these tests for a vendor; called by a test file. */
export function testCredential(vendor: TestedVendor): void {
	const site = useVendor(vendor);
	const simplest = examplesOf(vendor).find(([key]) => key === vendor.simplest)?.[1];
	if (!simplest) throw new Error(`${vendor.type} has no example ${vendor.simplest}`);
	testPasted(site, simplest);
	testWrongAddress(site, simplest);
	testUnencrypted(site, simplest);
	testWrongKey(site, simplest);
}

type Pasted = TestedVendor['pasted'][number];

/** What every vendor's key may look like. */
const PASTED: readonly Pasted[] = [
	['as it is', (key) => key],
	['with spaces and a line break around it', (key) => `  ${key}\n`],
];

function testPasted(site: VendorSite, simplest: Example): void {
	const { vendor } = site;
	const { request, output } = simplest.its;

	test.each<Pasted>([...PASTED, ...vendor.pasted])(
		'the key is sent rightly when it was pasted %s',
		async (_, pasted) => {
			const credentials = site.credentialsWith(pasted(site.key));
			const result = await runExample(site, simplest, {}, [{}], { credentials });
			expect(result.error).toBeUndefined();
			expect((await site.received())[0]?.headers).toMatchObject(vendor.headers(site.key));
		},
	);

	test.each([
		['with a slash at the end', (url: string) => `${url}/`],
		[
			"with the beginning of the API's path",
			(url: string) => `${url}${request.path.split('/').slice(0, 2).join('/')}/`,
		],
		['with spaces around it', (url: string) => ` ${url} `],
	])('the Base URL may be pasted %s', async (_, pasted) => {
		const credentials = site.credentialsWith(site.key, pasted(site.sandbox.url));
		const result = await runExample(site, simplest, {}, [{}], { credentials });
		expect(result.items[0]?.json).toMatchObject(output);
		expect((await site.received())[0]?.path).toBe(request.path);
	});
}

function testWrongAddress(site: VendorSite, simplest: Example): void {
	const { contract } = site;
	const host = new URL(contract.credential.properties.baseUrl ?? '').host;

	describe.each(['', host, `ftp://${host}`, 'http://', 'file:///etc/passwd'])(
		'the Base URL "%s"',
		(baseUrl) => {
			const words = `'Base URL' of the credential '${contract.node.display} API': "${baseUrl}" is not a web address`;

			test('is refused by the node', async () => {
				const credentials = site.credentialsWith(site.key, baseUrl);
				const error = errorOf(await runExample(site, simplest, {}, [{}], { credentials }));
				expect(error.message).toContain(words);
				expect(error.description).toContain('Open the credential and correct it');
			});

			const { listSearch } = site.vendor;
			if (!listSearch) return;

			test('is refused by the lists of the form', async () => {
				const credentials = site.credentialsWith(site.key, baseUrl);
				const { method, parameters } = listSearch;
				const search = searchList({ type: site.vendor.type, credentials, parameters }, method);
				await expect(search).rejects.toThrow(words);
			});
		},
	);

	test('a wrong Base URL is an error item of each item with continue-on-fail', async () => {
		const credentials = site.credentialsWith(site.key, host);
		const onError = 'continueRegularOutput';
		const result = await runExample(site, simplest, {}, [{}, {}], { credentials, onError });
		expect(result.error).toBeUndefined();
		expect(messagesOf(result.items)).toEqual([
			expect.stringContaining('is not a web address'),
			expect.stringContaining('is not a web address'),
		]);
	});

	test('a host that nobody answers at is told as such', async () => {
		const credentials = site.credentialsWith(site.key, 'http://127.0.0.1:9');
		const error = errorOf(await runExample(site, simplest, QUICK, [{}], { credentials }));
		expect(error.message).toBe(
			`${contract.node.display} could not be reached: the connection was refused [Item 0]`,
		);
		expect(error.description).toContain('Base URL');
	});
}

/** Hosts to which others can listen, ... */
const FAR = ['api.vendor.example', '8.8.8.8', '172.32.0.1', '[2001:db8::1]', 'localhost.example'];
/** ... and hosts to which they cannot. */
const NEAR = ['sandbox', 'vendor.local', '10.0.0.7', '172.31.0.1', '[fd00::1]', '169.254.1.1'];

function testUnencrypted(site: VendorSite, simplest: Example): void {
	const { vendor, contract } = site;
	const name = contract.node.credential;
	const authenticate = packageCredentials().get(name)?.authenticate;
	/** What n8n has the credential sign for its test, or for an HTTP Request node. */
	const signed = async (request: { baseURL?: string; url: string }, more: object = {}) => {
		if (typeof authenticate !== 'function') throw new Error(`${name} signs by an expression`);
		return await authenticate({ ...vendor.credential(site.key, ''), ...more }, request);
	};

	test.each(FAR)('http://%s is not sent the key', async (host) => {
		const credentials = site.credentialsWith(site.key, `http://${host}`);
		const error = errorOf(await runExample(site, simplest, QUICK, [{}], { credentials }));
		const words = `"http://${host}" would be sent your key unencrypted`;
		expect(error.message).toBe(
			`'Base URL' of the credential '${contract.node.display} API': ${words}`,
		);
		expect(error.description).toContain('Begin it with https://');
		const toTest = { baseURL: `http://${host}`, url: '/' };
		await expect(signed(toTest)).rejects.toThrow(`'Base URL': ${words}. Begin it with https://`);
	});

	test.each(NEAR)('http://%s is sent it', async (host) => {
		const request = { url: `http://${host}/` };
		expect(await signed(request)).toMatchObject(request);
	});

	test('a host elsewhere is sent it where the credential allows that', async () => {
		const request = { url: 'http://api.vendor.example/' };
		expect(await signed(request, { allowUnencrypted: true })).toMatchObject(request);
	});
}

function testWrongKey(site: VendorSite, simplest: Example): void {
	const { vendor, contract } = site;
	const { display } = contract.node;

	test('a wrong key is named as such, with the place where the right one is', async () => {
		const credentials = site.credentialsWith('not-the-right-key');
		const error = errorOf(await runExample(site, simplest, {}, [{}], { credentials }));
		expect(error.message).toBe(`${display}: ${vendor.wrongKey} [Item 0]`);
		expect(error.description).toContain(`credential '${display} API'`);
		expect(error.description).toMatch(vendor.keyPlace);
		expect(error.httpCode).toBe('401');
	});

	test('the key does not follow a redirect to another host', async () => {
		await site.sandbox.fault({ kind: 'redirect', to: 'foreign' });
		const error = errorOf(await site.run(parametersOf(simplest)));
		expect(error.message).toContain('your key must not be sent');
		expect(await site.sandbox.foreign()).toEqual([]);
	});
}

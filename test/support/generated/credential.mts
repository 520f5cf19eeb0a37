// The credential as users fill it in: with what they paste around the key and the address.
import { searchList } from '../engine.mts';
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

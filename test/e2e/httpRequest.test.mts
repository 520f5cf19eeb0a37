// n8n's HTTP Request node beside this package: with its credentials, and the workflows of
// docs/from-http-request.md as a user pastes them.
import { readFileSync } from 'node:fs';
import { storeCredential } from '../../demo/credentials.mts';
import { parseWorkflow, withCredential, withParameters } from '../../host/workflow.mts';
import type { CredentialRef, Workflow } from '../../host/workflow.mts';
import { recordOf } from '../support/results.mts';
import { vendors } from '../support/vendors/all.mts';
import { chain, node } from './support/chain.mts';
import { outOf, stored } from './support/runs.mts';
import { useStage } from './support/stage.mts';

const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';

const stage = useStage();

beforeEach(async () => {
	await stage.sandbox.reset();
});

describe('HTTP Request with a credential of the package', () => {
	/** A workflow that asks a vendor for something that needs nothing but a key. */
	function asking(url: string, type: string, credential: CredentialRef): Workflow {
		const parameters = {
			url,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			options: {},
		};
		const request = { ...node('Request', HTTP_REQUEST, 1, parameters), typeVersion: 4.2 };
		const workflow = chain('Predefined Credential Type', [
			node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
			request,
		]);
		return withCredential(workflow, HTTP_REQUEST, type, credential);
	}

	test.each(vendors)('is signed by that of $type', async (vendor) => {
		const { n8n, sandbox, credentials } = stage;
		const credential = new Map(Object.entries(credentials)).get(vendor.type);
		const simplest = vendor.cases[vendor.simplest];
		if (!credential || !simplest || !('request' in simplest)) throw new Error('No example');
		const { path } = simplest.request;
		const workflow = asking(`${sandbox.url}${path}`, credential.type, credential);

		const execution = await n8n.run(await stored(stage, workflow));

		expect(execution.error).toBeUndefined();
		const [request, ...others] = await sandbox.requests();
		expect(others).toEqual([]);
		expect(request).toMatchObject({ path, status: 200 });
		expect(request?.headers).toMatchObject(vendor.headers(vendor.key(sandbox)));
	});

	test('is not signed for an address that others can read', async () => {
		const { n8n, credentials } = stage;
		const { type } = credentials.genPage;
		const workflow = asking('http://api.vendor.example/', type, credentials.genPage);

		const { status, error } = await n8n.run(await stored(stage, workflow));

		expect(status).toBe('error');
		expect(error?.message).toContain('would be sent your key unencrypted');
	});
});

describe('docs/from-http-request.md', () => {
	/** The workflows of the page, with the sandbox in the vendor's place. */
	function workflowsOfPage(): Workflow[] {
		const page = readFileSync('docs/from-http-request.md', 'utf8');
		return [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, text = '']) =>
			parseWorkflow(JSON.parse(text.replaceAll('https://backend.genpage.ai', stage.sandbox.url))),
		);
	}

	/** Whose page is where. */
	const pagesOf = (leads: ReadonlyArray<Record<string, unknown>>) =>
		leads.map(({ email, genpage_url }) => ({ email, genpage_url }));

	test('the workflow before and the one after make the same pages', async () => {
		const { n8n, sandbox } = stage;
		const [before, after] = workflowsOfPage();
		if (!before || !after) throw new Error('The page has no two workflows');
		const header = await storeCredential(n8n, {
			name: 'GenPage token',
			type: 'httpHeaderAuth',
			data: { name: 'Authorization', value: `Bearer ${sandbox.token}` },
		});
		// Two rounds of the loop, as more than 200 leads take.
		const looped = withParameters(
			withCredential(before, HTTP_REQUEST, 'httpHeaderAuth', header),
			'Loop Over Items',
			{ batchSize: 2 },
		);

		const old = await n8n.run(await stored(stage, looped));
		expect(old.error).toBeUndefined();
		const pages = pagesOf(outOf(old, 'Pages').map(({ values }) => recordOf(values)));
		expect(pages.map(({ email }) => email)).toEqual([
			'ada@acme.example',
			'bo@birchwood.example',
			'cleo@cobalt.example',
		]);

		await sandbox.reset();
		const run = await n8n.run(await stored(stage, after));
		expect(run.error).toBeUndefined();
		expect(pagesOf(outOf(run, 'Pages'))).toEqual(pages);
		// What the page says of both.
		expect([before, after].map(({ nodes }) => nodes.length)).toEqual([12, 4]);
	});
});

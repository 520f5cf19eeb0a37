// What people have saved: workflows of every operation and every event, as each version of the package has
// stored them. They must load in this one, run, send what they sent then, and give out at least as much.
import { useListener } from '../support/listener.mts';
import { manifest, packageCredentials } from '../support/package.mts';
import { ExamplePage } from '../support/saved/examples.mts';
import {
	COMMAND,
	isInTheMaking,
	isWriting,
	keep,
	keptOf,
	keptVersions,
	type Kept,
} from '../support/saved/files.mts';
import { issuesOf, storedParameters } from '../support/saved/form.mts';
import { makeWorkflow, namesToSave } from '../support/saved/make.mts';
import { runOf, runSaved } from '../support/saved/run.mts';
import { ownNode } from '../support/saved/shape.mts';
import { useVendors } from '../support/site.mts';
import { vendors } from '../support/vendors/all.mts';

const sites = useVendors(vendors);
const listener = useListener();

if (isWriting) testWriting();
else testKept();

function testKept(): void {
	const pages = new Map(vendors.map(({ type }) => [type, new ExamplePage(type)]));
	const saved = keptVersions().flatMap((version) =>
		sites.flatMap((site) =>
			keptOf(version, site.vendor.type).map((kept) => ({
				version,
				type: site.vendor.type,
				name: kept.workflow.name,
				site,
				...kept,
			})),
		),
	);

	test.each(saved)('$version $type $name', async ({ version, type, site, workflow, run }) => {
		const node = ownNode(workflow);
		expect(storedParameters(node)).toEqual(node.parameters);
		expect(issuesOf(node)).toBeNull();
		const needed = Object.keys(node.credentials ?? {});
		expect(needed).toEqual([site.contract.node.credential]);
		expect([...packageCredentials().keys()]).toEqual(expect.arrayContaining(needed));

		const shown = await runSaved({ site, listener }, workflow);
		if (version === manifest.version) pages.get(type)?.add(workflow, shown);
		const now = runOf(shown);
		expect(now.sent).toEqual(run.sent);
		expect(now.items).toBe(run.items);
		expect(now.fields).toEqual(expect.arrayContaining([...run.fields]));
	});

	test.each(vendors.map(({ type }) => type))('docs/examples shows what came of %s', (type) => {
		pages.get(type)?.bringUpToDate();
	});

	test('each version that is made keeps a workflow of every operation and event', () => {
		expect(keptVersions()).toContain(manifest.version);
		if (!isInTheMaking()) return;
		const missing = sites.flatMap(({ vendor }) => {
			const kept = keptOf(manifest.version, vendor.type).map(({ workflow }) => workflow.name);
			return namesToSave(vendor).filter((name) => !kept.includes(name));
		});
		if (missing.length > 0) throw new Error(`${missing.join(', ')}: ${COMMAND} saves them`);
	});
}

function testWriting(): void {
	const all = new Map<string, Kept[]>(vendors.map(({ type }) => [type, []]));
	const wanted = sites.flatMap((site) =>
		namesToSave(site.vendor).map((name) => ({ type: site.vendor.type, name, site })),
	);

	test.each(wanted)('$type $name is saved', async ({ type, name, site }) => {
		const workflow = await makeWorkflow(site, name);
		expect(issuesOf(ownNode(workflow))).toBeNull();
		await site.sandbox.reset(site.vendor.settings);
		const run = runOf(await runSaved({ site, listener }, workflow));
		expect(run.items).toBeGreaterThan(0);
		all.get(type)?.push({ workflow, run });
	});

	test('all of them are kept', () => {
		for (const { vendor } of sites) {
			const saved = all.get(vendor.type)?.map(({ workflow }) => workflow.name);
			expect(saved).toEqual(namesToSave(vendor));
		}
		keep(all);
	});
}

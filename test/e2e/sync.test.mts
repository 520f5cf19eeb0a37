// The template that keeps two vendors in step, run after run.
import { templateWith } from '../../demo/templates.mts';
import type { Execution } from '../../host/execution.mts';
import { documentsOfRun } from '../support/documents.mts';
import { textWith } from '../support/results.mts';
import { outOf, stored } from './support/runs.mts';
import { useStage } from './support/stage.mts';

const OFFICE = { email: 'info@birchwood.example', type: 'office' };

const stage = useStage();

/** Requests so far that may have changed something at a vendor. */
async function writes(): Promise<string[]> {
	const requests = await stage.sandbox.requests();
	return requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);
}

test('Geniziz leads and GrowthGenius contacts come to say the same, and then nothing is sent', async () => {
	const { n8n, sandbox } = stage;
	const phones = [{ phone: '+15550001', type: 'office' }];
	const [birchwood] = await sandbox.geniziz.make('leads', [
		{ name: 'Birchwood', url: 'https://birchwood.example', emails: [OFFICE], phones },
		{ name: 'Driftwood', emails: [] },
	]);
	const { contacts } = sandbox.growthGenius;
	const [hugo] = await contacts.make({
		values: {
			...{ email: 'Info@Birchwood.example', first_name: 'Hugo', company_name: 'Birchwood Ltd' },
			...{ industry: 'Software', mobile_phone: '+15550002' },
		},
	});
	await contacts.make({
		values: { email: 'ada@acme.org', company_name: 'Acme Org', website: 'acme.org' },
	});
	await contacts.make({ values: { email: 'nobody@x.example', company_name: null } });
	const before = await sandbox.state();
	const id = await stored(stage, templateWith('geniziz-growthgenius-sync'));

	const first = await n8n.run(id);
	expect(first.error).toBeUndefined();
	const { geniziz, growthGenius } = await sandbox.state();
	// Geniziz has won, and has got what it lacked.
	expect(growthGenius.contacts.find((each) => each.id === hugo)).toMatchObject({
		...{ email: 'Info@Birchwood.example', first_name: 'Hugo', company_name: 'Birchwood' },
		...{ website: 'https://birchwood.example', corporate_phone: '+15550001', industry: 'Software' },
	});
	expect(geniziz.leads.find((each) => each.id === birchwood?.id)).toMatchObject({
		...{ name: 'Birchwood', url: 'https://birchwood.example', industry: 'Software' },
		emails: [OFFICE],
		phones: [...phones, { phone: '+15550002', type: 'mobile' }],
	});
	expect(growthGenius.contacts.slice(before.growthGenius.contacts.length)).toMatchObject([
		{ email: 'hello@acme.example', company_name: 'Acme Inc' },
	]);
	const added = geniziz.leads.slice(before.geniziz.leads.length).toSorted(byName);
	expect(added).toMatchObject([
		{ name: 'Acme Org', emails: [{ email: 'ada@acme.org' }] },
		{ name: 'Apple Inc.', emails: [{ email: 'sjobs@apple.com' }] },
	]);
	expect(outOf(first, 'Left Alone')).toMatchObject([
		{ name: 'Driftwood', error: textWith('needs the email') },
		{ email: 'nobody@x.example', error: textWith("finds no 'name'") },
	]);

	// A Geniziz that does not show the industry is told it again.
	const told = geniziz.leads.filter(({ industry }) => industry && documentsOfRun() === 'strict');
	const again = told.map((lead) => `PUT /api/v1/lead/${lead.id}/`).toSorted();
	const sent = (await writes()).length;
	const second = await n8n.run(id);
	expect(second.error).toBeUndefined();
	expect((await writes()).slice(sent).toSorted()).toEqual(again);
	const after = await sandbox.state();
	expect(after.geniziz.leads.map(undated)).toEqual(geniziz.leads.map(undated));
	expect(after.growthGenius.contacts).toEqual(growthGenius.contacts);
	expect(actionsOf(second, 'To GrowthGenius')).toEqual(Array<string>(4).fill('unchanged'));
	const still = actionsOf(second, 'To Geniziz').filter((action) => action === 'unchanged');
	expect(still).toHaveLength(4 - again.length);

	await sandbox.geniziz.change(String(birchwood?.id), { name: 'Birchwood Group' });
	expect((await n8n.run(id)).error).toBeUndefined();
	const { contacts: now } = (await sandbox.state()).growthGenius;
	expect(now.find((each) => each.id === hugo)).toMatchObject({ company_name: 'Birchwood Group' });
	const patch = `PATCH /integrations/v1/contacts/${hugo}`;
	const more = (await writes()).slice(sent + again.length);
	expect(more.toSorted()).toEqual([patch, ...again]);
});

function undated(record: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'date_updated'));
}

/** What came of each item, by a node. */
function actionsOf(execution: Execution, node: string): unknown[] {
	return outOf(execution, node).map(({ action }) => action);
}

const byName = (a: Record<string, unknown>, b: Record<string, unknown>) =>
	String(a.name).localeCompare(String(b.name));

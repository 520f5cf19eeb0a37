// The templates that bring several vendors together, and the triggers that poll, in one n8n.
import { withCredentials } from '../../demo/credentials.mts';
import { templateWith, type ParametersByNode } from '../../demo/templates.mts';
import type { Workflow } from '../../host/workflow.mts';
import { until } from '../../host/until.mts';
import { GENIZIZ_SEED as SEED } from '../../sandbox/client.mts';
import { node } from './support/chain.mts';
import { pollWorkflow } from './support/poll.mts';
import { TARGET } from './support/pages.mts';
import { outOf } from './support/runs.mts';
import { useStage } from './support/stage.mts';

const CAMPAIGN = { campaignSlug: 'dashboard-tech-stack' };
/** n8n polls every minute; the rest is what its scheduler may be late. */
const POLL = { timeoutMs: 100_000 };

const stage = useStage();

beforeEach(async () => {
	await stage.sandbox.reset({ leadGenius: { recordsPerSecond: 'never' } });
});

async function stored(workflow: Workflow): Promise<string> {
	const connected = withCredentials(workflow, stage.credentials);
	const [its] = await stage.n8n.importWorkflows([connected]);
	return its?.id ?? '';
}

async function template(file: string, parameters?: ParametersByNode): Promise<string> {
	return await stored(templateWith(file, parameters));
}

test('Skarbe contacts become GrowthGenius contacts, none twice', async () => {
	const { n8n, sandbox } = stage;
	await sandbox.skarbe.contacts.make({
		count: 3,
		values: { email: 'person-{n}@acme.example', firstName: 'Person {n}', companyName: 'Acme' },
	});
	await sandbox.skarbe.contacts.make({ values: { email: null, firstName: 'Nobody' } });
	const before = (await sandbox.state()).growthGenius.contacts.length;
	const id = await template('skarbe-contacts-to-growthgenius');

	const first = await n8n.run(id);
	expect(first.error).toBeUndefined();
	const made = (await sandbox.state()).growthGenius.contacts.slice(before);
	expect(made.toSorted(by('email'))).toMatchObject([
		{ email: 'john.doe@example.com', title: 'Developer', company_name: 'Acme Corp' },
		{ email: 'person-1@acme.example', first_name: 'Person 1', company_name: 'Acme' },
		{ email: 'person-2@acme.example' },
		{ email: 'person-3@acme.example' },
	]);

	await sandbox.skarbe.contacts.make({ values: { email: 'late@acme.example' } });
	const second = await n8n.run(id);
	expect(second.error).toBeUndefined();
	const came = Object.groupBy(outOf(second, 'Create Contact'), ({ action }) => String(action));
	expect(came.created).toMatchObject([{ email: 'late@acme.example' }]);
	expect(came.skipped).toHaveLength(4);
	expect((await sandbox.state()).growthGenius.contacts).toHaveLength(before + 5);
});

test('finalized LeadGenius records become Geniziz leads', async () => {
	const { n8n, sandbox } = stage;
	const id = await template('leadgenius-to-geniziz-leads', {
		// Not every LeadGenius tells that nothing else uses the campaign.
		'When a Record Is Finalized': { ...CAMPAIGN, options: { ownAddress: n8n.url } },
	});
	await n8n.publish(id);
	// The second part of the other template sends three leads to the same campaign.
	const upload = await template('leadgenius-enriched-to-crm', { 'Upload Leads': CAMPAIGN });
	expect((await n8n.run(upload)).status).toBe('success');
	const before = (await sandbox.state()).geniziz.leads.length;

	await sandbox.leadGenius.finalize(CAMPAIGN.campaignSlug);

	const leads = await until(
		async () => (await sandbox.state()).geniziz.leads,
		({ length }) => length >= before + 3,
	);
	const made = leads.slice(before).toSorted(by('name'));
	expect(made).toMatchObject([
		{
			name: 'Acme Analytics',
			url: 'https://acme.example',
			emails: [{ email: 'abbott@acme.example', type: 'work' }],
		},
		{ name: 'Birchwood Systems', emails: [{ email: 'lindqvist@birchwood.example' }] },
		{ name: 'Cobalt Robotics', emails: [{ email: 'moreau@cobalt.example' }] },
	]);
	await n8n.unpublish(id);
});

test.each([
	['genizizTrigger', 'activityCreated'],
	['genizizTrigger', 'leadCreated'],
	['genizizTrigger', 'leadUpdated'],
	['genizizTrigger', 'opportunityCreated'],
	['genizizTrigger', 'opportunityUpdated'],
	['growthGeniusTrigger', 'contactUpdated'],
	['growthGeniusTrigger', 'messageUpdated'],
	['skarbeTrigger', 'contactCreated'],
])('a test run of %s with %s shows the newest record', async (type, event) => {
	const { n8n, sandbox } = stage;
	const now = new Date().toISOString();
	await sandbox.geniziz.change(SEED.lead, { date_updated: now });
	const note = { type: 'note', lead_id: SEED.lead };
	const [activity] = await sandbox.geniziz.make('activities', [note]);
	const [contactId] = await sandbox.growthGenius.contacts.make();
	const [messageId] = await sandbox.growthGenius.messages.make();
	const newest = {
		activityCreated: activity?.id,
		contactCreated: (await sandbox.skarbe.contacts.make())[0],
		contactUpdated: contactId,
		leadCreated: SEED.lead,
		leadUpdated: SEED.lead,
		messageUpdated: messageId,
		opportunityCreated: SEED.opportunity,
		opportunityUpdated: SEED.opportunity,
	}[event];

	const run = await n8n.run(await stored(pollWorkflow(type, { event })));

	expect(run.error).toBeUndefined();
	expect(outOf(run, 'Trigger').map(({ id }) => id)).toEqual([newest]);
});

test('new Geniziz leads, Skarbe contacts and GrowthGenius updates start their workflows', async () => {
	const { n8n, sandbox } = stage;
	const target = { 'Create Page': TARGET };
	const leads = await template('geniziz-new-lead-to-page', target);
	const contacts = await stored(
		withLinks(templateWith('skarbe-new-contact-to-page', target), 'Create Page'),
	);
	const updates = await stored(pollWorkflow('growthGeniusTrigger', { event: 'contactUpdated' }));
	const messages = await stored(pollWorkflow('growthGeniusTrigger', { event: 'messageUpdated' }));
	const all = [leads, contacts, updates, messages];
	for (const id of all) await n8n.publish(id);

	const [birchwood, cobalt] = await sandbox.geniziz.make('leads', [
		{
			name: 'Birchwood',
			url: 'https://www.birchwood.example/start',
			emails: [office('birchwood')],
		},
		{ name: 'Cobalt', url: null, emails: [office('cobalt')] },
		{ name: 'Driftwood', url: null, emails: [] },
	]);
	const people = await sandbox.skarbe.contacts.make({
		count: 2,
		values: { email: 'p{n}@acme.example', lastName: 'Person {n}', companyName: 'Acme' },
	});
	const [contactId] = await sandbox.growthGenius.contacts.make({
		values: { email: 'a@b.example' },
	});
	const [messageId] = await sandbox.growthGenius.messages.make();

	const [page, asleep, updated, message] = await Promise.all([
		n8n.waitForExecution(leads, POLL),
		n8n.waitForExecution(contacts, { ...POLL, until: ['waiting'] }),
		n8n.waitForExecution(updates, POLL),
		n8n.waitForExecution(messages, POLL),
	]);

	expect(outOf(updated, 'Trigger').map(({ id }) => id)).toEqual([contactId]);
	expect(outOf(message, 'Trigger').map(({ id }) => id)).toEqual([messageId]);

	expect(page.error).toBeUndefined();
	const { geniziz, genPage } = await sandbox.state();
	const urls = new Map(genPage.leads.map(({ email, genpage_url }) => [email, genpage_url]));
	const notes = geniziz.activities.filter(({ lead_id }) =>
		[birchwood?.id, cobalt?.id].some((id) => id === lead_id),
	);
	expect(notes.toSorted(by('note'))).toMatchObject([
		{ lead_id: birchwood?.id, note: `GenPage page: ${urls.get('info@birchwood.example')}` },
		{ lead_id: cobalt?.id, note: `GenPage page: ${urls.get('info@cobalt.example')}` },
	]);

	expect(asleep.status).toBe('waiting');
	const campaign = (await sandbox.state()).leadGenius.campaigns.at(-1);
	expect(campaign?.slug).toMatch(new RegExp(`^n8n-contacts-\\d{4}-\\d\\d-\\d\\d-${asleep.id}$`));
	await sandbox.leadGenius.finalize(campaign?.slug ?? '');
	const enriched = await n8n.waitForEnd(asleep.id);
	expect(enriched.error).toBeUndefined();
	const pages = (await sandbox.state()).genPage.leads.slice(-2);
	expect(outOf(enriched, 'Page Links')).toEqual(
		pages.map(({ email, genpage_url }, index) => ({
			contact_id: String(people[index]),
			email,
			genpage_url,
		})),
	);
	expect(pages.map(({ email }) => email)).toEqual(['p1@acme.example', 'p2@acme.example']);
	for (const id of all) expect(await n8n.executions(id)).toHaveLength(1);
});

/** With a node behind one, for what the note on the canvas says of the contact's ID. */
function withLinks(workflow: Workflow, last: string): Workflow {
	const value = "={{ $('When a Contact Is Created').item.json.id }}";
	const assignments = { assignments: [{ id: '1', name: 'contact_id', type: 'string', value }] };
	const parameters = {
		assignments,
		include: 'selected',
		includeFields: 'email, genpage_url',
		includeOtherFields: true,
	};
	const links = { ...node('Page Links', 'n8n-nodes-base.set', 6, parameters), typeVersion: 3.4 };
	const next = [[{ node: links.name, type: 'main', index: 0 }]];
	const connections = { ...workflow.connections, [last]: { main: next } };
	return { ...workflow, nodes: [...workflow.nodes, links], connections };
}

function office(domain: string): Record<string, string> {
	return { email: `info@${domain}.example`, type: 'office' };
}

/** Orders records by a field. */
function by(field: string) {
	return (a: Record<string, unknown>, b: Record<string, unknown>) =>
		String(a[field]).localeCompare(String(b[field]));
}

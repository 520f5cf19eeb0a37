// Lead > Create or Update when something goes wrong: nothing is created twice, and each item is told.
import type { IDataObject } from 'n8n-workflow';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { runNode } from '../../support/engine.mts';
import { actionsOf, CONTINUE, upsert, useLeads, withEmail } from '../../support/matchedLeads.mts';
import { errorOf, linksOf, messagesOf, textWith } from '../../support/results.mts';
import { watchNode } from '../../support/watch.mts';

const { site, run, written, leadsThere } = useLeads();

const twins = [
	withEmail('a@x.example'),
	withEmail('new@x.example'),
	withEmail('new@x.example'),
	withEmail('b@x.example'),
];
const inOrder = { options: { requestsInParallel: 1, maxRetryWait: 0 } };

test('where the list cannot be read each item says so, and nothing is sent', async () => {
	await site.sandbox.fault({ kind: 'status', status: 500, times: 9, body: { error: 'Down.' } });
	const items = twins.map((lead) => ({ lead }));
	const result = await site.run(upsert(inOrder), items, CONTINUE);
	expect(messagesOf(result.items)).toEqual(twins.map(() => 'Geniziz: Down.'));
	expect(result.items.map(linksOf)).toEqual([[0], [1], [2], [3]]);
	expect(await written()).toEqual([]);
});

test('a list that ends with an error in the middle is no list', async () => {
	await site.sandbox.geniziz.makeLeads({ count: 500 });
	await site.sandbox.fault({ kind: 'html', after: 2 });
	const error = errorOf(await site.run(upsert(inOrder), [{ lead: twins[0] }]));
	expect(error.message).toContain('Geniziz');
	expect(await written()).toEqual([]);
});

test('a creation that is refused takes its twins with it, and no others', async () => {
	const method = 'POST';
	const body = { error: 'Not this one.' };
	await site.sandbox.fault({ kind: 'status', status: 400, method, after: 1, body });
	const items = twins.map((lead) => ({ lead }));
	const result = await site.run(upsert(inOrder), items, CONTINUE);
	expect(messagesOf(result.items)).toEqual([
		'',
		'Geniziz: Not this one. [Item 1]',
		'Geniziz: Not this one. [Item 1]',
		'',
	]);
	expect(await written()).toHaveLength(3);
});

test('an item with a value that is refused does not take its twins with it', async () => {
	const leads = [
		withEmail('new@x.example', { mrr: 1 }),
		withEmail('new@x.example', { status_id: 'stat_unknown' }),
		withEmail('new@x.example', { mrr: 3 }),
	];
	const result = await run(leads, 'email', CONTINUE);
	expect(actionsOf(result.items)).toEqual(['created', undefined, 'updated']);
	expect(messagesOf(result.items)[1]).toContain('[Item 1]');
	const made = (await leadsThere()).filter(
		({ name, id }) => name === 'Acme Inc' && id !== SEED.lead,
	);
	expect(made).toEqual([expect.objectContaining({ mrr: 3, id: result.items[0]?.json.id })]);
});

test('a creation whose answer was lost is not sent again, also not for a twin', async () => {
	await site.sandbox.fault({ kind: 'reset', when: 'after', method: 'POST' });
	const leads = [withEmail('new@x.example', { mrr: 1 }), withEmail('new@x.example', { mrr: 2 })];
	const result = await run(leads, 'email', CONTINUE);
	expect(messagesOf(result.items)).toEqual([textWith('[Item 0]'), textWith('[Item 0]')]);
	expect(result.items[1]?.json.message).toContain('may have taken');
	expect(await written()).toHaveLength(1);
});

test('nor one that is lost after its twins were refused together', async () => {
	const method = 'POST';
	await site.sandbox.fault({ kind: 'status', status: 400, method, body: { error: 'No.' } });
	await site.sandbox.fault({ kind: 'reset', when: 'after', method });
	const leads = [withEmail('new@x.example', { mrr: 1 }), withEmail('new@x.example', { mrr: 2 })];
	const result = await run(leads, 'email', CONTINUE);
	expect(messagesOf(result.items).filter((message) => message !== '')).toHaveLength(2);
	expect(await written()).toHaveLength(2);
});

test('an update whose answer was lost is sent again', async () => {
	await site.sandbox.fault({ kind: 'reset', when: 'after', method: 'PUT' });
	const result = await run([withEmail('hello@acme.example', { mrr: 1 })]);
	expect(actionsOf(result.items)).toEqual(['updated']);
	expect(await written()).toHaveLength(2);
});

test('a cancelled execution stops the reading', async () => {
	await site.sandbox.fault({ kind: 'hang', times: 9 });
	const ended = watchNode('geniziz');
	await run([twins[0] ?? {}], 'email', { cancelWhen: site.arrived() });
	await expect(ended()).rejects.toThrow('cancelled');
	expect(await site.received()).toHaveLength(1);
});

/** Runs the node with Retry On Fail. */
async function retried(leads: readonly IDataObject[], onError?: 'continueRegularOutput') {
	const { credentials, credentialId } = site;
	const items = leads.map((lead) => ({ lead }));
	const run = { type: 'geniziz', credentials, credentialId, items, parameters: upsert(inOrder) };
	return await runNode({ ...run, onError, retryOnFail: true });
}

test('the next try of Retry On Fail writes only what is missing', async () => {
	const body = { error: 'Not now.' };
	await site.sandbox.fault({ kind: 'status', status: 409, method: 'POST', body });
	const result = await retried(twins.slice(0, 3), 'continueRegularOutput');
	expect(actionsOf(result.items)).toEqual(['created', 'created', 'unchanged']);
	expect(await written()).toHaveLength(3);
});

test('what was created without an answer that can be used is not created again by it', async () => {
	await site.sandbox.fault({ kind: 'wrongType', when: 'after', method: 'POST' });
	const error = errorOf(await retried([...twins.slice(1, 3), ...twins.slice(0, 1)]));
	expect(error.message).toContain('Sent in an earlier try');
	expect(await written()).toHaveLength(1);
});

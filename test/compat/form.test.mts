// What the editor asks the nodes for while a form is filled in, and error items behind an error output.
import { z } from 'zod';
import { withCredentials } from '../../demo/credentials.mts';
import { chain, node } from '../e2e/support/chain.mts';
import { TARGET } from '../e2e/support/pages.mts';
import { useStage } from '../e2e/support/stage.mts';
import { textWith } from '../support/results.mts';

const offer = z.object({ name: z.string(), value: z.coerce.number() });
const column = z.object({ id: z.string() });

const stage = useStage();

/** Asks n8n for what depends on a node's parameters, as its editor does. */
async function ask(
	what: string,
	vendor: 'genPage' | 'leadGenius',
	methodName: string,
	parameters: object,
): Promise<unknown> {
	const { id, name, type } = stage.credentials[vendor];
	return await stage.n8n.rest.request('POST', `/rest/dynamic-node-parameters/${what}`, {
		nodeTypeAndVersion: { name: `n8n-nodes-outbound.${vendor}`, version: 1 },
		credentials: { [type]: { id, name } },
		currentNodeParameters: parameters,
		path: 'parameters.any',
		methodName,
	});
}

test('a list of the vendor is offered', async () => {
	const found = await ask('resource-locator-results', 'genPage', 'searchCampaigns', TARGET);
	const { results } = z.object({ results: z.array(offer) }).parse(found);
	expect(results.map(({ value }) => value)).toContain(1);
});

test('columns are offered for the mapping', async () => {
	const upsert = { resource: 'lead', operation: 'upsert', ...TARGET };
	const found = await ask('resource-mapper-fields', 'genPage', 'getLeadColumns', upsert);
	const { fields } = z.object({ fields: z.array(column) }).parse(found);
	expect(fields.map(({ id }) => id)).toContain('email');
});

test('bad items come out of the error output, linked to their input', async () => {
	const items = [{ lead: '' }, { lead: 'lead_nobody' }];
	const set = { mode: 'raw', jsonOutput: JSON.stringify({ items }), options: {} };
	const get = { resource: 'lead', operation: 'get', leadId: '={{ $json.lead }}' };
	const workflow = chain('Errors', [
		node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
		{ ...node('Set', 'n8n-nodes-base.set', 1, set), typeVersion: 3.4 },
		node('Items', 'n8n-nodes-base.splitOut', 2, { fieldToSplitOut: 'items', options: {} }),
		{
			...node('Get', 'n8n-nodes-outbound.geniziz', 3, get),
			onError: 'continueErrorOutput',
		},
	]);
	const [stored] = await stage.n8n.importWorkflows([withCredentials(workflow, stage.credentials)]);
	const { data } = await stage.n8n.run(stored?.id ?? '');
	const [good, bad] = data.Get?.runs[0]?.outputs ?? [];
	expect(good).toEqual([]);
	expect(bad?.map(({ json }) => json.error)).toEqual([
		textWith("'Lead' is empty"),
		textWith('Geniziz'),
	]);
	expect(bad?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

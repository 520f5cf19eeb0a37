// GenPage Tool: leads that a model gives, one a call.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { AGENTS, callTool } from '../../support/agent.mts';
import { useGenPage } from '../../support/genPage.mts';
import { byId, textWith } from '../../support/results.mts';

const site = useGenPage();

describe.each(AGENTS)('agent %d', (agent) => {
	const upsert = async (columns: INodeParameters, args: IDataObject) => {
		const { credentials, credentialId } = site;
		const parameters = {
			resource: 'lead',
			operation: 'upsert',
			workspaceId: byId(16),
			campaignId: byId(1),
			audienceId: byId(1),
			from: 'Acme',
			columns,
		};
		return await callTool({ type: 'genPage', credentials, credentialId, parameters }, args, agent);
	};

	test('a mapped column that is wrong is named by its argument', async () => {
		const value = { email: "={{ $fromAI('the_email') }}" };
		const answer = await upsert({ mappingMode: 'defineBelow', value }, { the_email: 'Ada' });
		expect(answer).toEqual([
			{
				error: textWith("'email' must be an email address"),
				message: textWith("Call the tool again with another 'the_email'. Nothing"),
			},
		]);
		expect(await site.received()).toEqual([]);
	});

	test('nothing of the agent itself is sent as a column: columns are mapped by hand', async () => {
		const args = { email: 'ada@x.example' };
		const answer = await upsert({ mappingMode: 'autoMapInputData', value: null }, args);
		expect(answer).toEqual([
			{
				error: textWith("'Columns' has no 'email'"),
				message: textWith('Map Each Column Manually'),
			},
		]);
		expect(await site.received()).toEqual([]);
	});
});

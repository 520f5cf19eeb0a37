// Every operation as a tool of an AI agent: in both ways in which n8n's agents run tools, with
// arguments of every form, and refused where an agent must not have it.
import { jsonParse, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { AGENTS, callTool } from '../agent.mts';
import { essence, inFull, textWith } from '../results.mts';
import type { VendorSite } from '../site.mts';
import { parametersOf, type Example, type FormExample, type Named } from './examples.mts';
import { asJson, jsonOf, withJsonOf } from './json.mts';

/** How the two agents give arguments here: each in a form of its own. */
export const GIVEN = [
	{ agent: 2.2, form: 'as they are', given: (value: IDataObject[string]) => value },
	{ agent: 3.1, form: 'as text', given: textOf },
] as const;

/** Generates the tests of what works as a tool; the site is that of the calling test file. */
export function testAsTool(site: VendorSite, examples: ReadonlyArray<Named<Example>>): void {
	const suited = examples.filter(([, { row }]) => !row.notForAgents);

	describe.each(GIVEN)('agent $agent, arguments $form', ({ agent, given }) => {
		const call = async (example: Example, parameters: INodeParameters, args: IDataObject) => {
			const { its } = example;
			await its.prepare?.(site);
			const entries = Object.entries(args).map(([name, value]) => [name, given(value)] as const);
			const run = { ...ofSite(site), parameters: askingTheAgent(parameters, args) };
			const [record] = await callTool(run, Object.fromEntries<IDataObject[string]>(entries), agent);
			expect(record).toMatchObject(its.output);
			expect((await site.received()).map(essence)).toEqual([inFull(its.request)]);
		};

		test.each(suited)('%s', async (_, example) => {
			await call(example, parametersOf(example), example.its.items[0]);
		});

		const withJson = withJsonOf(suited);
		if (withJson.length === 0) return;
		test.each(withJson)('%s with the body as JSON', async (_, example) => {
			const args = { ...example.its.items[0], json: jsonOf(site, example) };
			await call(example, asJson(example), args);
		});
	});
}

/** Generates the tests of what is refused to agents. */
export function testRefusedToAgents(
	site: VendorSite,
	forms: ReadonlyArray<Named<FormExample>>,
): void {
	const refused = forms.filter(([, { row }]) => row.notForAgents);
	if (refused.length === 0) return;

	describe.each(AGENTS)('agent %d', (agent) => {
		test.each(refused)('%s is refused as a tool, with what to do', async (_, example) => {
			const [args] = example.its.items;
			const parameters = askingTheAgent(parametersOf(example), args);
			const run = { ...ofSite(site), parameters };
			const { because = '', fix = '' } = example.row.notForAgents ?? {};
			const answer = await callTool(run, args, agent);
			expect(answer).toEqual([{ error: textWith(because), message: textWith(fix) }]);
			expect(await site.received()).toEqual([]);
		});
	});
}

/** Whose tool it is, and with which credential. */
export function ofSite({ vendor, credentials, credentialId }: VendorSite) {
	return { type: vendor.type, credentials, credentialId };
}

function textOf(value: IDataObject[string]): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The parameters with every value that came from the item now coming from the agent. */
export function askingTheAgent(parameters: INodeParameters, args: IDataObject): INodeParameters {
	const text = JSON.stringify(parameters);
	return jsonParse(
		text.replace(/\$json\.(\w+)/g, (_, key: string) => {
			const type = typeof args[key] === 'object' ? 'json' : typeof args[key];
			return `$fromAI('${key}', '', '${type}')`;
		}),
	);
}

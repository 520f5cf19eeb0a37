// Every operation of the compiled table, by its example: what it sends, what it refuses to send,
// and that an agent can use it.
import { jsonParse, type INodeParameters, type NodeParameterValueType } from 'n8n-workflow';
import { genPageCases } from '../support/cases/genPage.mts';
import {
	errorOf,
	essence,
	genPageExamples,
	parametersOf,
	runExample,
} from '../support/cases/run.mts';
import { callTool } from '../support/engine.mts';
import { linksOf, useGenPage } from '../support/genPage.mts';
import { genPageTable, type TableField } from '../support/table.mts';

const site = useGenPage();
const examples = genPageExamples();

test('every operation has an example, and every example an operation', () => {
	const operations = genPageTable().map(({ key }) => key);
	expect(Object.keys(genPageCases).sort()).toEqual(operations.sort());
});

test.each(examples)('%s sends the documented request and links its output', async (_, example) => {
	const { row, its } = example;
	await its.prepare?.(site);
	const result = await runExample(site, example, {});
	expect(result.error).toBeUndefined();
	expect(result.items[0]?.json).toMatchObject(its.output);
	expect(result.items.map(linksOf)).toEqual([[0]]);
	const [request, ...others] = await site.received();
	expect(others).toEqual([]);
	expect(request && essence(request)).toEqual({ query: {}, body: null, ...its.request });
	expect(request?.headers).toMatchObject({
		authorization: `Bearer ${site.sandbox.token}`,
		accept: 'application/json',
	});
	expect([row.method, row.path]).toEqual([its.request.method, its.request.path]);
});

test.each(examples)('%s works as a tool, also with numbers as text', async (_, example) => {
	const { its } = example;
	await its.prepare?.(site);
	const args = Object.fromEntries(
		Object.entries(its.items[0]).map(([name, value]) => [name, `${value}`]),
	);
	const parameters = askingTheAgent(parametersOf(example));
	const answer = await callTool(
		{ type: 'genPage', credentials: site.credentials, parameters },
		args,
	);
	expect(answer).toEqual({ records: [expect.objectContaining(its.output)] });
	const requests = await site.received();
	expect(requests.map(essence)).toEqual([{ query: {}, body: null, ...its.request }]);
});

/** The parameters with every value that came from the item now coming from the agent. */
function askingTheAgent(parameters: INodeParameters): INodeParameters {
	const text = JSON.stringify(parameters);
	return jsonParse(text.replace(/\$json\.(\w+)/g, '$fromAI(\\"$1\\")'));
}

const everyField = examples.flatMap(([key, example]) =>
	example.row.fields.flatMap((field) =>
		[field, ...(field.inner ?? [])].map((each) => ({ key, example, field, each })),
	),
);

const required = everyField.filter(({ each }) => each.property.required);

test.each(required.map((of): [string, string, typeof of] => [of.key, of.each.name, of]))(
	'%s needs %s',
	async (_, name, { example, each }) => {
		const parameters = { ...parametersOf(example), [name]: valueFor(each, '={{ $json.nothing }}') };
		const error = errorOf(await site.run(parameters, [example.its.items[0]]));
		expect(error.message).toContain(`'${each.property.displayName}'`);
		expect(error.message).toContain('[Item 0]');
		expect(error.description).toContain('Nothing was sent.');
		expect(await site.received()).toEqual([]);
	},
);

const checked = everyField.filter(
	({ each }) => !['resourceMapper', 'collection'].includes(each.property.type),
);

test.each(checked.map((of): [string, string, typeof of] => [of.key, of.each.name, of]))(
	'%s takes no object for %s',
	async (_, name, { example, field, each }) => {
		const wrong = valueFor(each, '={{ $json.wrong }}');
		const parameters = parametersOf(example, field === each ? {} : { [name]: wrong });
		if (field === each) parameters[name] = wrong;
		const item = { ...example.its.items[0], wrong: { some: 'object' } };
		const error = errorOf(await site.run(parameters, [item]));
		expect(error.message).toContain(`'${each.property.displayName}' must be`);
		expect(error.message).toContain('{"some":"object"}');
		expect(await site.received()).toEqual([]);
	},
);

const numeric = checked.filter(({ each }) =>
	['campaignId', 'audienceId', 'workspaceId', 'limit', 'batchSize'].includes(each.name),
);

test.each(numeric.map((of): [string, string, typeof of] => [of.key, of.each.name, of]))(
	'%s takes no text for %s',
	async (_, name, { example, field, each }) => {
		const wrong = valueFor(each, '={{ "Outreach" }}');
		const parameters = parametersOf(example, field === each ? {} : { [name]: wrong });
		if (field === each) parameters[name] = wrong;
		const error = errorOf(await site.run(parameters, [example.its.items[0]]));
		expect(error.message).toContain(
			`'${each.property.displayName}' must be a whole number of at least 1, not "Outreach"`,
		);
		expect(error.description).toContain(`'${each.property.displayName}'`);
		expect(await site.received()).toEqual([]);
	},
);

/** An expression in the form that the field's own control stores it in. */
function valueFor({ property }: Pick<TableField, 'property'>, expression: string) {
	const forms: Record<string, NodeParameterValueType> = {
		resourceLocator: { __rl: true, mode: 'id', value: expression },
		resourceMapper: { mappingMode: 'defineBelow', value: { email: expression } },
	};
	return forms[property.type] ?? expression;
}

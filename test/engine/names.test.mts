// Every name that people's saved workflows hold. A changed snapshot is a breaking change: a name
// may be added, but none may be renamed or removed.
import { readFileSync } from 'node:fs';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod';
import { packageCredentials, packageNodes } from '../support/package.mts';

const operationShape = z.object({
	value: z.string(),
	name: z.string(),
	method: z.string(),
	path: z.string(),
	params: z.array(z.string()),
});

const contract = z
	.object({
		node: z.object({
			display: z.string(),
			class: z.string(),
			credential: z.string(),
			resources: z.record(z.array(operationShape)),
		}),
		trigger: z.object({
			class: z.string(),
			credential: z.string(),
			params: z.array(z.string()),
			event: z.array(z.string()),
			output: z.array(z.string()),
		}),
		credential: z.object({ class: z.string(), properties: z.record(z.string()) }),
	})
	.parse(JSON.parse(readFileSync('test/support/contract/genPage.json', 'utf8')));

const node = descriptionOf('genPage');
const trigger = descriptionOf('genPageTrigger');

function descriptionOf(name: string): INodeTypeDescription {
	const found = packageNodes().get(name)?.description;
	if (!found) throw new Error(`The package has no node ${name}`);
	return found;
}

/** The values of a dropdown. */
function valuesOf({ options = [] }: INodeProperties): unknown[] {
	return options.map((option) => ('value' in option ? option.value : undefined));
}

/** A parameter and those inside of it: 'options.batchSize: number = 200'. */
function linesOf(property: INodeProperties, prefix = ''): string[] {
	const { name, type, default: preset, required = false } = property;
	const choices = type === 'options' ? ` of ${valuesOf(property).join(' | ')}` : '';
	const line = `${prefix}${name}: ${type}${choices} = ${JSON.stringify(preset)}`;
	const inner = (type === 'collection' ? (property.options ?? []) : []).flatMap((option) =>
		'type' in option ? linesOf(option, `${prefix}${name}.`) : [],
	);
	return [required ? `${line} (required)` : line, ...inner];
}

/** The parameters that are shown for an operation. */
function parametersOf(resource: string, operation: string): INodeProperties[] {
	return node.properties.filter(({ displayOptions }) => {
		const { resource: resources = [], operation: operations = [] } = displayOptions?.show ?? {};
		return [resources].flat().includes(resource) && [operations].flat().includes(operation);
	});
}

/** The operation dropdown of a resource. */
function operationsOf(resource: string): INodeProperties | undefined {
	return node.properties.find(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes(resource),
	);
}

function resourceValues(): string[] {
	return node.properties
		.filter(({ name }) => name === 'resource')
		.flatMap(valuesOf)
		.map(String);
}

test('the names of the nodes and of the credential', () => {
	const nodes = [...packageNodes().values()].map(({ description }) => {
		const { name, displayName, version, defaults, credentials } = description;
		return { name, displayName, version, defaults, credentials };
	});
	const credentials = [...packageCredentials().values()].map(
		({ name, displayName, properties }) => ({
			name,
			displayName,
			properties: properties.flatMap((property) => linesOf(property)),
		}),
	);
	expect({ nodes, credentials }).toMatchSnapshot();
});

test('the parameters of every operation', () => {
	const names = Object.fromEntries(
		resourceValues().flatMap((resource) => {
			const dropdown = operationsOf(resource);
			const operations = dropdown ? valuesOf(dropdown).map(String) : [];
			return operations.map((operation) => [
				`${resource}.${operation}`,
				parametersOf(resource, operation).flatMap((property) => linesOf(property)),
			]);
		}),
	);
	expect(names).toMatchSnapshot();
});

test('what is chosen at first', () => {
	const presets = {
		resource: node.properties.find(({ name }) => name === 'resource')?.default,
		operation: Object.fromEntries(
			resourceValues().map((resource) => [resource, operationsOf(resource)?.default]),
		),
	};
	expect(presets).toMatchSnapshot();
});

test('the parameters of the trigger', () => {
	expect(trigger.properties.flatMap((property) => linesOf(property))).toMatchSnapshot();
});

describe('the agreed contract', () => {
	const agreed = Object.entries(contract.node.resources).flatMap(([resource, operations]) =>
		operations.map((operation): [string, string, typeof operation] => [
			resource,
			operation.value,
			operation,
		]),
	);

	test.each(agreed)('%s has %s with its parameters', (resource, operation, { name, params }) => {
		expect(resourceValues()).toContain(resource);
		const choice = operationsOf(resource)?.options?.find(
			(option) => 'value' in option && option.value === operation,
		);
		expect(choice?.name).toBe(name);
		const shown = parametersOf(resource, operation)
			.flatMap((property) => linesOf(property))
			.map((line) => line.replace(/:.*/, ''));
		expect(shown).toEqual(expect.arrayContaining(params));
	});

	test('the node', () => {
		const { display, credential } = contract.node;
		expect(node.displayName).toBe(display);
		expect(node.credentials).toEqual([{ name: credential, required: true }]);
		expect(packageNodes().get('genPage')?.constructor.name).toBe(contract.node.class);
	});

	test('the trigger', () => {
		const names = trigger.properties.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(contract.trigger.params));
		expect(trigger.polling).toBe(true);
		expect(packageNodes().get('genPageTrigger')?.constructor.name).toBe(contract.trigger.class);
		for (const name of ['event', 'output'] as const) {
			const values = trigger.properties.filter((each) => each.name === name).flatMap(valuesOf);
			expect(values.sort()).toEqual(contract.trigger[name].toSorted());
		}
	});

	test('the credential', () => {
		const credential = packageCredentials().get(contract.node.credential);
		expect(credential?.constructor.name).toBe(contract.credential.class);
		const names = credential?.properties.map(({ name }) => name);
		expect(names).toEqual(Object.keys(contract.credential.properties));
		const baseUrl = credential?.properties.find(({ name }) => name === 'baseUrl');
		expect(baseUrl?.default).toBe(contract.credential.properties.baseUrl);
	});
});

// Every name that people's saved workflows hold. A changed snapshot is a breaking change: a name
// may be added, but none may be renamed or removed.
import type { INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';
import { contractOf, type Contract } from '../contract.mts';
import { packageCredentials, packageNode } from '../package.mts';
import type { TestedVendor } from '../vendor.mts';
import { tableOf } from './table.mts';

/** Generates these tests for a vendor; called by a test file. */
export function testNames(vendor: TestedVendor): void {
	const contract = contractOf(vendor);
	const node = descriptionOf(vendor.type);
	const trigger = descriptionOf(`${vendor.type}Trigger`);
	testSnapshots(contract, node, trigger);
	describe('the agreed contract', () => {
		testOperationNames(vendor, contract, node);
		testNodeNames(contract, node);
		testTriggerNames(contract, trigger);
	});
}

function descriptionOf(name: string): INodeTypeDescription {
	const found = packageNode(name)?.description;
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
	const isChoice = type === 'options' || type === 'multiOptions';
	const choices = isChoice ? ` of ${valuesOf(property).join(' | ')}` : '';
	const line = `${prefix}${name}: ${type}${choices} = ${JSON.stringify(preset)}`;
	const inner = (isChoice ? [] : (property.options ?? [])).flatMap((option) =>
		innerLines(option, `${prefix}${name}.`),
	);
	return [required ? `${line} (required)` : line, ...inner];
}

type Inner = NonNullable<INodeProperties['options']>[number];

/** What is in a collection, or in a group of a fixed collection. */
function innerLines(option: Inner, prefix: string): string[] {
	if ('type' in option) return linesOf(option, prefix);
	return isGroup(option)
		? option.values.flatMap((property) => linesOf(property, `${prefix}${option.name}.`))
		: [];
}

function isGroup(option: Inner): option is INodePropertyCollection {
	return 'values' in option;
}

/** The parameters that are shown for an operation. */
function parametersOf(
	{ properties }: INodeTypeDescription,
	resource: string,
	operation: string,
): INodeProperties[] {
	return properties.filter(({ displayOptions }) => {
		const { resource: resources = [], operation: operations = [] } = displayOptions?.show ?? {};
		return [resources].flat().includes(resource) && [operations].flat().includes(operation);
	});
}

/** The operation dropdown of a resource. */
function operationsOf(
	{ properties }: INodeTypeDescription,
	resource: string,
): INodeProperties | undefined {
	return properties.find(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes(resource),
	);
}

function resourcesOf({ properties }: INodeTypeDescription): string[] {
	return properties
		.filter(({ name }) => name === 'resource')
		.flatMap(valuesOf)
		.map(String);
}

function testSnapshots(
	contract: Contract,
	node: INodeTypeDescription,
	trigger: INodeTypeDescription,
): void {
	test('the names of the nodes and of the credential', () => {
		const nodes = [node, trigger].map(({ name, displayName, version, defaults, credentials }) => ({
			name,
			displayName,
			version,
			defaults,
			credentials,
		}));
		const credentials = [...packageCredentials().values()]
			.filter(({ name }) => name === contract.node.credential)
			.map(({ name, displayName, properties }) => ({
				name,
				displayName,
				properties: properties.flatMap((property) => linesOf(property)),
			}));
		expect({ nodes, credentials }).toMatchSnapshot();
	});

	test('the parameters of every operation', () => {
		const names = Object.fromEntries(
			resourcesOf(node).flatMap((resource) => {
				const dropdown = operationsOf(node, resource);
				const operations = dropdown ? valuesOf(dropdown).map(String) : [];
				return operations.map((operation) => [
					`${resource}.${operation}`,
					parametersOf(node, resource, operation).flatMap((property) => linesOf(property)),
				]);
			}),
		);
		expect(names).toMatchSnapshot();
	});

	test('what is chosen at first', () => {
		const presets = {
			resource: node.properties.find(({ name }) => name === 'resource')?.default,
			operation: Object.fromEntries(
				resourcesOf(node).map((resource) => [resource, operationsOf(node, resource)?.default]),
			),
		};
		expect(presets).toMatchSnapshot();
	});

	test('the parameters of the trigger', () => {
		expect(trigger.properties.flatMap((property) => linesOf(property))).toMatchSnapshot();
	});
}

function testOperationNames(
	vendor: TestedVendor,
	contract: Contract,
	node: INodeTypeDescription,
): void {
	const agreed = Object.entries(contract.node.resources).flatMap(([resource, operations]) =>
		operations.map((operation): [string, string, typeof operation] => [
			resource,
			operation.value,
			operation,
		]),
	);

	test.each(agreed)('%s has %s with its parameters', (resource, operation, its) => {
		expect(resourcesOf(node)).toContain(resource);
		const choice = operationsOf(node, resource)?.options?.find(
			(option) => 'value' in option && option.value === operation,
		);
		expect(choice?.name).toBe(its.name);
		const shown = parametersOf(node, resource, operation)
			.flatMap((property) => linesOf(property))
			.map((line) => line.replace(/:.*/, ''));
		expect(shown).toEqual(expect.arrayContaining(its.params));
		const row = tableOf(vendor).find(({ key }) => key === `${resource}.${operation}`);
		expect(row).toMatchObject({ method: its.method, path: its.path });
	});
}

function testNodeNames(contract: Contract, node: INodeTypeDescription): void {
	test('the node', () => {
		const { display, credential } = contract.node;
		expect(node.displayName).toBe(display);
		expect(node.credentials).toEqual([{ name: credential, required: true }]);
		expect(packageNode(node.name)?.constructor.name).toBe(contract.node.class);
	});

	test('the credential', () => {
		const credential = packageCredentials().get(contract.node.credential);
		expect(credential?.constructor.name).toBe(contract.credential.class);
		const names = credential?.properties.map(({ name }) => name);
		expect(names).toEqual(Object.keys(contract.credential.properties));
		const baseUrl = credential?.properties.find(({ name }) => name === 'baseUrl');
		expect(baseUrl?.default).toBe(contract.credential.properties.baseUrl);
		const { method = 'GET', url } = credential?.test?.request ?? {};
		expect(`${method} ${url ?? ''}`).toBe(contract.credential.test);
	});
}

function testTriggerNames(contract: Contract, trigger: INodeTypeDescription): void {
	test('the trigger', () => {
		const { class: className, kind, credential, params, ...choices } = contract.trigger;
		const names = trigger.properties.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(params));
		expect(trigger.polling === true ? 'polling' : 'webhook').toBe(kind);
		expect(trigger.webhooks === undefined ? 'polling' : 'webhook').toBe(kind);
		expect(trigger.credentials).toEqual([{ name: credential, required: true }]);
		expect(packageNode(trigger.name)?.constructor.name).toBe(className);
		for (const [name, agreed] of Object.entries(choices)) {
			if (!Array.isArray(agreed)) continue;
			const values = trigger.properties.filter((each) => each.name === name).flatMap(valuesOf);
			expect(values).toEqual(expect.arrayContaining(agreed));
		}
	});
}

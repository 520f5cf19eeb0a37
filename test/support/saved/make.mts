// Workflows as n8n saves them, out of the examples of operations and events.
import { jsonParse } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeParameters,
	NodeParameterValueType,
	ResourceMapperField,
} from 'n8n-workflow';
import { mapColumns, testedNode } from '../engine.mts';
import { formsOf, parametersOf } from '../generated/examples.mts';
import { recordOf } from '../results.mts';
import type { VendorSite } from '../site.mts';
import type { TestedVendor } from '../vendor.mts';
import { nodeTypes } from '../workflow.mts';
import { descriptionOf, storedParameters } from './form.mts';
import { triggerCases } from './news.mts';
import { PACKAGE, type SavedWorkflow } from './shape.mts';

/** What is in front of an event in the name of its workflow. */
const EVENT = 'trigger.';

/** The names of the workflows that a version saves of a vendor: its operations, and its trigger's events. */
export function namesToSave(vendor: TestedVendor): string[] {
	return [
		...formsOf(vendor).map(([key]) => key),
		...eventsOf(vendor).map((event) => `${EVENT}${event}`),
	];
}

function eventsOf({ type }: TestedVendor): string[] {
	const { description } = nodeTypes.getByNameAndVersion(`${type}Trigger`);
	const events = description.properties.find(({ name }) => name === 'event')?.options ?? [];
	return events.flatMap((option) => ('value' in option ? [String(option.value)] : []));
}

/** The workflow of that name, made in the newest version of the node. */
export async function makeWorkflow(site: VendorSite, name: string): Promise<SavedWorkflow> {
	return name.startsWith(EVENT)
		? triggerWorkflow(site, name, name.slice(EVENT.length))
		: await operationWorkflow(site, name);
}

const START = 'When clicking ‘Execute workflow’';

async function operationWorkflow(site: VendorSite, name: string): Promise<SavedWorkflow> {
	const form = formsOf(site.vendor).find(([key]) => key === name)?.[1];
	if (!form) throw new Error(`${site.vendor.type} has no example ${name}`);
	const [item] = form.its.items;
	const node = newNode(site.vendor.type, parametersOf(form));
	const parameters = { ...node.parameters, ...(await mappedColumns(site, node, item)) };
	return {
		name,
		nodes: [
			{
				parameters: {},
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				id: 'start',
				name: START,
			},
			stored(site, { ...node, parameters }, 220),
		],
		connections: { [START]: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		pinData: { [START]: [{ json: { ...item } }] },
		settings: { executionOrder: 'v1' },
	};
}

function triggerWorkflow(site: VendorSite, name: string, event: string): SavedWorkflow {
	const its = triggerCases[site.vendor.type]?.[event];
	if (!its) throw new Error(`${site.vendor.type} has no example of the event ${event}`);
	const type = `${site.vendor.type}Trigger`;
	const node = newNode(type, { event, ...its.parameters });
	const polls = descriptionOf(node).polling === true;
	const pollTimes = polls ? { pollTimes: { item: [{ mode: 'everyMinute' }] } } : {};
	const whole = { ...node, parameters: { ...pollTimes, ...node.parameters } };
	const called = polls ? whole : { ...whole, webhookId: 'saved-webhook' };
	return {
		name,
		nodes: [stored(site, called, 0)],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

/** A node as it is when it was just added to a workflow, but for its parameters. */
function newNode(type: string, parameters: INodeParameters): INode {
	const node = testedNode({ type, parameters, credentials: {} });
	return { ...node, id: 'node', name: descriptionOf(node).displayName };
}

/** What n8n writes of a node. */
function stored({ contract }: VendorSite, node: INode, x: number): INode {
	const { id, name, typeVersion, webhookId } = node;
	const { credential, display } = contract.node;
	return {
		parameters: storedParameters(node),
		type: `${PACKAGE}${node.type}`,
		typeVersion,
		position: [x, 0],
		id,
		name,
		...(webhookId === undefined ? {} : { webhookId }),
		credentials: { [credential]: { id: credential, name: `${display} account` } },
	};
}

/** Columns that are mapped by hand, with the list of columns that the editor has loaded for them. */
async function mappedColumns(
	site: VendorSite,
	node: INode,
	item: IDataObject,
): Promise<INodeParameters> {
	const mapped: INodeParameters = {};
	for (const { name, typeOptions } of descriptionOf(node).properties) {
		const method = typeOptions?.resourceMapper?.resourceMapperMethod;
		const given = recordOf(node.parameters[name]);
		if (method === undefined || given.mappingMode !== 'defineBelow') continue;
		const { credentials } = site;
		const parameters = resolved(node.parameters, item);
		const { fields } = await mapColumns({ type: node.type, parameters, credentials }, method);
		mapped[name] = withSchema(recordOf(given.value), fields);
	}
	return mapped;
}

/** The parameters as the editor has them when it loads something: expressions are read. */
function resolved(parameters: INodeParameters, item: IDataObject): INodeParameters {
	const text = JSON.stringify(parameters);
	return jsonParse(
		text.replace(/"=\{\{ \$json\.(\w+) \}\}"/g, (_, field: string) => JSON.stringify(item[field])),
	);
}

function withSchema(value: IDataObject, fields: ResourceMapperField[]): NodeParameterValueType {
	return {
		mappingMode: 'defineBelow',
		value: textsIn(value),
		matchingColumns: [],
		schema: fields.map((field) => ({ ...field, removed: !(field.id in value) })),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	};
}

/** The expressions of columns. */
function textsIn(value: IDataObject): Record<string, string> {
	return Object.fromEntries(
		Object.entries(value).flatMap(([name, each]) =>
			typeof each === 'string' ? [[name, each] as const] : [],
		),
	);
}

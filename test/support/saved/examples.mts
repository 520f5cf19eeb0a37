// docs/examples: of each operation and event the item, what is set in the node, what is sent, what comes out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IDataObject, INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { recordOf } from '../results.mts';
import { nodeTypes } from '../workflow.mts';
import { descriptionOf } from './form.mts';
import type { Shown } from './run.mts';
import { ownNode, pinnedItems, type SavedWorkflow, type Sent } from './shape.mts';

const COMMAND = 'EXAMPLES=write npm run test:engine -- engine/saved';
/** Stands for the time of the run. */
const NOON = '2026-01-01T12:00:00Z';

/** The page of a vendor. */
export class ExamplePage {
	private readonly type: string;
	private readonly parts: string[];
	private readonly file: string;

	/** @param type of the vendor's app node, such as 'genPage' */
	constructor(type: string) {
		this.type = type;
		const { displayName } = nodeTypes.getByNameAndVersion(type).description;
		const page = type.toLowerCase();
		this.file = `docs/examples/${page}.md`;
		this.parts = [
			`# Examples: ${displayName}`,
			`Each operation of [${displayName}](../${page}.md) and each event of its trigger: the item that comes in, what is set in the node (as n8n stores it), what is sent, and the first item that comes out. Written by the tests, which run all of it against the [sandbox](../../sandbox/README.md).`,
		];
	}

	/** Adds an operation or an event. */
	add(workflow: SavedWorkflow, { sent, records }: Shown): void {
		const node = ownNode(workflow);
		const [item] = pinnedItems(workflow);
		const [first, ...others] = records;
		const more = others.length > 0 ? `, and ${others.length} more` : '';
		this.parts.push(
			`## ${titleOf(node)}`,
			...(item && Object.keys(item).length > 0 ? ['The item:', json(item)] : []),
			'The node:',
			json(enteredIn(node.parameters)),
			...(sent.length > 0 ? ['Sent:', ...sent.flatMap(shownRequest)] : []),
			`Out comes${more}:`,
			json(first ?? {}),
		);
	}

	/**
	 * Compares the page with what came, or writes it when the environment has EXAMPLES=write.
	 *
	 * @throws Error with the command that writes it, when it differs
	 */
	bringUpToDate(): void {
		const wanted = `${this.parts.join('\n\n')}\n`.replaceAll('about now', NOON);
		if (process.env.EXAMPLES === 'write') writeFileSync(this.file, wanted);
		const written = existsSync(this.file) ? readFileSync(this.file, 'utf8') : '';
		if (written !== wanted) {
			throw new Error(`${this.file} is not what comes of ${this.type}; ${COMMAND} renews it`);
		}
	}
}

/** 'Contact > Create', or 'Event: Contact Created'. */
function titleOf(node: INode): string {
	const description = descriptionOf(node);
	const nameOf = (name: string) => optionName(description, name, node.parameters);
	if (description.group.includes('trigger')) return `Event: ${nameOf('event')}`;
	return `${nameOf('resource')} > ${nameOf('operation')}`;
}

/** What the form shows for the value of a field; for the preset one where none is stored. */
function optionName(
	{ properties }: INodeTypeDescription,
	name: string,
	parameters: INodeParameters,
): string {
	const resource =
		parameters.resource ?? properties.find((each) => each.name === 'resource')?.default;
	const field = properties.find((each) => {
		const shownFor = each.displayOptions?.show?.resource;
		return (
			each.name === name && (shownFor === undefined || shownFor.some((one) => one === resource))
		);
	});
	const value = parameters[name] ?? field?.default;
	const option = field?.options?.find((each) => 'value' in each && each.value === value);
	return option?.name ?? String(field?.displayName);
}

/** What a person has entered: without what is empty, and without the columns that n8n has looked up. */
function enteredIn(parameters: INodeParameters): IDataObject {
	const entered = Object.entries(parameters).filter(
		([name, value]) =>
			!['resource', 'operation', 'pollTimes'].includes(name) && JSON.stringify(value) !== '{}',
	);
	return Object.fromEntries(
		entered.map(([name, value]) => {
			const { schema, mappingMode, value: columns } = recordOf(value);
			return [name, schema === undefined ? value : { mappingMode, value: columns }];
		}),
	);
}

function shownRequest({ method, path, query, body }: Sent): string[] {
	const asked = Object.entries(recordOf(query)).map(([name, value]) => {
		return `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
	});
	const address = asked.length > 0 ? `${path}?${asked.join('&')}` : path;
	return [`\`${method} ${address}\``, ...(body === undefined ? [] : [json(body)])];
}

function json(value: unknown): string {
	return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

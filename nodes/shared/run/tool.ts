import type { IExecuteFunctions, INode } from 'n8n-workflow';
import type { Field } from '../form/field';
import { MEANING } from '../form/meaning';
import type { FieldIssue } from '../values/issues';
import { isRecord } from '../values/records';

/** Why an AI agent must not have an operation. */
export interface NotForAgents {
	/** Continues the sentence "which an AI agent must not have:". */
	readonly because: string;
	/** What to do instead. */
	readonly fix: string;
}

/** What keeps a model from trying other arguments in vain. */
const IN_WORKFLOW = 'That is set in the workflow, not by an argument of the tool';

const NOT_MATCHED =
	"Choose 'Use Names as They Are' in 'Column Names', and map each column: a tool has no item whose fields could be matched";

/**
 * Whether an AI agent calls the node. n8n makes a tool of each app node, whose type ends in Tool. Its
 * isToolExecution() does not tell: for agents of version 3 the engine runs a tool as an ordinary node.
 */
export function isTool(context: Pick<IExecuteFunctions, 'getNode'>): boolean {
	return context.getNode().type.endsWith('Tool');
}

/** What is wrong with the input of a tool, and what a model can do about it: it has no form. */
export function forModel(
	{ parameters }: INode,
	fields: readonly Field[],
	issue: FieldIssue,
): FieldIssue {
	const { field, fix } = issue;
	if (parameters.mapping === MEANING) return { ...issue, fix: `${NOT_MATCHED}. ${IN_WORKFLOW}` };
	const entered = enteredIn(parameters, fields, field);
	if (isRecord(entered) && entered.mappingMode === 'autoMapInputData') {
		const byHand = `Set '${field}' to 'Map Each Column Manually': a tool has no item to take them from`;
		return { ...issue, fix: `${byHand}. ${IN_WORKFLOW}` };
	}
	const names = argumentsIn(entered).map((name) => `'${name}'`);
	if (names.length === 0) return { ...issue, fix: `${fix}. ${IN_WORKFLOW}` };
	const again = `Call the tool again with another ${names.join(' or ')}`;
	return { ...issue, fix: issue.isWhereOnly ? again : `${fix}. ${again}` };
}

/** What is entered in a field by its display name, in one of a collection, or for a mapped column. */
function enteredIn(
	parameters: INode['parameters'],
	fields: readonly Field[],
	displayName: string,
): unknown {
	for (const { name, property, inner = [] } of fields) {
		const entered: unknown = parameters[name];
		if (property.displayName === displayName) return entered;
		const within = inner.find((each) => each.property.displayName === displayName);
		if (!isRecord(entered)) continue;
		if (within) return entered[within.name];
		if (property.type === 'resourceMapper' && isRecord(entered.value)) {
			const column = entered.value[displayName];
			if (column !== undefined) return column;
		}
	}
	return undefined;
}

/** The names that a model knows: those in calls of $fromAI(). */
function argumentsIn(entered: unknown): string[] {
	const text = JSON.stringify(entered) ?? '';
	const calls = text.matchAll(/\$fromAI\(\s*\\?["'`]([\w-]+)/gi);
	return [...new Set([...calls].map(([, name = '']) => name))];
}

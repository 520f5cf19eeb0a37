import { NodeOperationError, type INode } from 'n8n-workflow';
import type { FieldIssue } from '../values/issues';
import { withItem } from '../values/text';

/**
 * The error for values that are wrong; nothing has been sent when it is made.
 *
 * @param item whose values they are, and what else to say, where the node works on items
 */
export function inputError(
	node: INode,
	issues: readonly FieldIssue[],
	item?: { readonly index: number; readonly note: string },
): NodeOperationError {
	const message = issues.map(({ field, wrong }) => `'${field}' ${wrong}`).join('; ');
	const advice = `${[...new Set(issues.map(({ fix }) => fix))].join('. ')}.`;
	return new NodeOperationError(node, withItem(message, item?.index), {
		description: `${advice}${item?.note ?? ''}`,
		itemIndex: item?.index,
		level: 'warning',
	});
}

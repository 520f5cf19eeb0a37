import type { IPollFunctions } from 'n8n-workflow';

/** What tells a node of a workflow from all others. */
export function nodeKey(context: IPollFunctions): string {
	return `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
}

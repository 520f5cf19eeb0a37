import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { plainValue } from '../../shared/form/parameters';
import { isBlank } from '../../shared/values/text';

/** The workspace that is set in the form, undefined while it is empty or an expression. */
export function workspaceIfChosen(context: ILoadOptionsFunctions): string | undefined {
	const value = plainValue(context.getCurrentNodeParameter('workspaceId'));
	const text = isBlank(value) ? '' : String(value);
	return /^\d+$/.test(text) ? text : undefined;
}

/** @throws NodeOperationError when no workspace is set in the form */
export function chosenWorkspace(context: ILoadOptionsFunctions): string {
	const chosen = workspaceIfChosen(context);
	if (chosen !== undefined) return chosen;
	throw new NodeOperationError(context.getNode(), "Choose a 'Workspace' first", {
		description: 'Lists are shown for one workspace. You may also enter an ID with By ID.',
	});
}

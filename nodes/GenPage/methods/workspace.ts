import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { plainValue } from '../../shared/form/parameters';
import { numericId } from '../../shared/form/schema';
import { openClient } from '../../shared/transport/client';
import { isBlank } from '../../shared/values/text';
import { workspaceOf } from '../resources/workspace/onlyWorkspace';
import { vendor } from '../vendor';

/** What is set as the workspace in the form: its ID, nothing, or what is known at a run only. */
export function workspaceInForm(context: ILoadOptionsFunctions): number | 'empty' | 'expression' {
	const value = plainValue(context.getCurrentNodeParameter('workspaceId'));
	if (isBlank(value)) return 'empty';
	const id = numericId.safeParse(value);
	return id.success ? id.data : 'expression';
}

/**
 * The workspace whose lists the form shows: the one that is set, or the token's only one.
 *
 * @throws NodeOperationError when it is an expression, or empty and the token has several
 */
export async function workspaceForLists(context: ILoadOptionsFunctions): Promise<number> {
	const inForm = workspaceInForm(context);
	if (inForm === 'expression') {
		throw new NodeOperationError(context.getNode(), "Choose a 'Workspace' first", {
			description: 'Lists are shown for one workspace. You may also enter an ID with By ID.',
		});
	}
	if (inForm !== 'empty') return inForm;
	return await workspaceOf(await openClient(context, vendor, 'Load the list'), undefined);
}

import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { list } from '../../../shared/operations/list';
import type { Resource } from '../../../shared/run/operation';
import { GET_WORKSPACES, WORKSPACES } from './onlyWorkspace';
import { GET_VARIABLES, VARIABLES } from './variables';
import { workspaceList } from './workspaceList';

/** Workspaces are in GenPage's newer public documents only. */
export const workspace: Resource = {
	value: 'workspace',
	name: 'Workspace',
	operations: [
		list({
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many workspaces',
			description: 'Retrieve the workspaces that the token can see',
			method: 'GET',
			path: GET_WORKSPACES,
			fields: [...many, options()],
			records: WORKSPACES,
		}),
		workspaceList({
			value: 'getVariables',
			name: 'Get Variables',
			action: 'Get variables of workspace',
			description: 'Retrieve the variables that pages of the workspace can use',
			path: GET_VARIABLES,
			records: VARIABLES,
		}),
	],
};

import { options } from '../../../shared/form/options';
import { documented } from '../../../shared/operations/answer';
import { single } from '../../../shared/operations/single';
import type { Resource } from '../../../shared/run/operation';
import { workspaceId } from '../workspace/fields';
import { inWorkspace } from '../workspace/onlyWorkspace';

/** GenPage API documentation, "Test authentication endpoint"; credits are in the newer documents. */
export const account: Resource = {
	value: 'account',
	name: 'Account',
	operations: [
		single({
			value: 'getCredits',
			name: 'Get Credits',
			action: 'Get credits of account',
			description: 'Retrieve how many credits the workspace has left',
			method: 'GET',
			path: '/api/external/v1/account/credits',
			fields: [workspaceId, options()],
			complete: inWorkspace,
			query: (input) => ({ workspace_id: input.workspaceId }),
			answer: documented(),
		}),
		single({
			value: 'test',
			name: 'Test Connection',
			action: 'Test connection to account',
			description: 'Check that GenPage can be reached and knows the token',
			method: 'GET',
			path: '/api/external/v1/hello-world',
			fields: [options()],
			answer: documented({ key: 'message' }),
		}),
	],
};

import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { list } from '../../../shared/operations/list';
import type { Operation } from '../../../shared/run/operation';
import { workspaceId } from './fields';
import { inWorkspace } from './onlyWorkspace';

/** What differs between GenPage's lists: they all take a workspace and come whole. */
type WorkspaceList = Pick<Operation, 'value' | 'name' | 'action' | 'description' | 'path'> & {
	readonly records: readonly string[];
};

/** An operation that reads one of a workspace's lists. */
export function workspaceList(row: WorkspaceList): Operation {
	return list({
		...row,
		method: 'GET',
		fields: [workspaceId, ...many, options()],
		complete: inWorkspace,
		query: (input) => ({ workspace_id: input.workspaceId }),
	});
}

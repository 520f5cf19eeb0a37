import type { FieldIssue } from '../../shared/parameters';

/** GenPage returns leads only for a named workspace (GenPage API documentation, "Get the leads"). */
export function workspaceIssues(workspaceId: number | undefined): readonly FieldIssue[] {
	if (workspaceId !== undefined) return [];
	return [
		{
			field: 'Workspace',
			wrong: 'is empty',
			fix: 'Choose the workspace: GenPage needs it to return the finished leads',
		},
	];
}

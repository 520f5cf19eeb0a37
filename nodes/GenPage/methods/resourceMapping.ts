import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { column } from '../../shared/form/columnMapping';
import { absent } from '../../shared/transport/absent';
import { openClient, type Client } from '../../shared/transport/client';
import { documentedColumns } from '../resources/lead/columns';
import { listWorkspaces } from '../resources/workspace/onlyWorkspace';
import { fetchVariables } from '../resources/workspace/variables';
import { vendor } from '../vendor';
import { workspaceInForm } from './workspace';

/**
 * The columns of a lead: the documented ones first, then the workspace's variables. The documented
 * ones alone where GenPage has no list of variables, and while it is not known which workspace is
 * meant, so that the form works before anything is chosen.
 *
 * @throws NodeApiError when the variables cannot be had now: with the documented columns alone the
 *   editor would drop the variables that are mapped
 */
export async function getLeadColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const inForm = workspaceInForm(this);
	if (inForm === 'expression') return { fields: [...documentedColumns] };
	const client = await openClient(this, vendor, 'Get variables of workspace');
	const workspace = inForm === 'empty' ? await onlyOne(client) : inForm;
	const variables =
		workspace === undefined ? [] : await fetchVariables(client, workspace).catch(absent);
	const known = new Set(documentedColumns.map(({ id }) => id));
	const more = (variables ?? []).filter(({ key }) => !known.has(key));
	return { fields: [...documentedColumns, ...more.map(({ key, label }) => column(key, label))] };
}

/** The token's only workspace, undefined while it has to be chosen. */
async function onlyOne(client: Client): Promise<number | undefined> {
	const [only, ...others] = (await listWorkspaces(client)) ?? [];
	return others.length > 0 ? undefined : only?.id;
}

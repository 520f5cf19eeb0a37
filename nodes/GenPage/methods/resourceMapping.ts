import type { IDataObject, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { column } from '../../shared/form/columnMapping';
import { recordsIn } from '../../shared/lists/records';
import { openClient } from '../../shared/transport/client';
import { documentedColumns } from '../resources/lead/columns';
import { vendor } from '../vendor';
import { workspaceIfChosen } from './workspace';

/**
 * The columns of a lead: the documented ones first, then the workspace's variables. Without a
 * workspace the documented ones alone, so that the form works before anything is chosen.
 */
export async function getLeadColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const workspace_id = workspaceIfChosen(this);
	if (workspace_id === undefined) return { fields: [...documentedColumns] };
	const client = await openClient(this, vendor, 'Get variables of workspace');
	const path = '/api/external/v1/workspaces/get-variable-list';
	const answer = await client.send({ method: 'GET', path, query: { workspace_id } });
	const known = new Set(documentedColumns.map(({ id }) => id));
	const variables = (recordsIn(answer, ['variables']) ?? [])
		.map((variable) => ({ id: keyOf(variable), label: labelOf(variable) }))
		.filter(({ id }) => id !== '' && !known.has(id));
	return {
		fields: [...documentedColumns, ...variables.map(({ id, label }) => column(id, label))],
	};
}

/** The documents do not say what a variable's key is called; these names are in use. */
function keyOf(variable: IDataObject): string {
	return firstText(variable, ['key', 'slug', 'variable_name', 'name']);
}

function labelOf(variable: IDataObject): string {
	return firstText(variable, ['label', 'display_name', 'name', 'key']) || keyOf(variable);
}

function firstText(record: IDataObject, names: readonly string[]): string {
	const found = names
		.map((name) => record[name])
		.find((value) => typeof value === 'string' && value);
	return typeof found === 'string' ? found : '';
}

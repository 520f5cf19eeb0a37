import type { IDataObject } from 'n8n-workflow';
import { recordsOf } from '../../../shared/lists/records';
import type { Client } from '../../../shared/transport/client';
import { isRecord } from '../../../shared/values/records';

/** Where a workspace's variables are listed, in GenPage's newer public documents only. */
export const GET_VARIABLES = '/api/external/v1/workspaces/get-variable-list';

/** Where an answer holds them, unless it is a bare list. */
export const VARIABLES = ['variables'] as const;

/** A variable that pages of a workspace can use. */
export interface Variable {
	/** Its name among a lead's values. */
	readonly key: string;
	readonly label: string;
}

/**
 * The variables of a workspace.
 *
 * @throws NodeApiError also when the answer holds none that can be told from others
 */
export async function fetchVariables(client: Client, workspaceId: number): Promise<Variable[]> {
	const query = { workspace_id: workspaceId };
	const answer = await client.send({ method: 'GET', path: GET_VARIABLES, query });
	const listed = recordsOf(client, inObjects(answer), VARIABLES, 'variables');
	const variables = listed.map((each) => ({ key: keyOf(each), label: labelOf(each) }));
	const known = variables.filter(({ key }) => key !== '');
	if (known.length === 0 && listed.length > 0) {
		throw client.unexpected(answer, 'its variables have no key');
	}
	return known;
}

/** The documents do not say what a list of variables holds; bare keys would do as well. */
function inObjects(answer: unknown): unknown {
	const list = isRecord(answer) ? answer.variables : answer;
	const isKeys = Array.isArray(list) && list.every((each) => typeof each === 'string');
	return isKeys ? list.map((key) => ({ key })) : answer;
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

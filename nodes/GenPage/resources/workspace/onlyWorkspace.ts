import { NodeApiError } from 'n8n-workflow';
import { numericId } from '../../../shared/form/schema';
import { recordsOf } from '../../../shared/lists/records';
import { absent } from '../../../shared/transport/absent';
import type { Client } from '../../../shared/transport/client';
import { Once } from '../../../shared/transport/once';
import { hasStatus } from '../../../shared/transport/status';
import { firstOf } from '../../../shared/values/text';

/** Where the workspaces of a token are listed, in GenPage's newer public documents only. */
export const GET_WORKSPACES = '/api/external/v1/workspaces/get-list';

/** Where an answer holds them, unless it is a bare list. */
export const WORKSPACES = ['workspaces'] as const;

/** What GenPage is asked first for an input, in words: the workspace where none was chosen. */
export function asksForWorkspace(input: { readonly workspaceId: number | undefined }): string[] {
	const told = "which workspace the token has, to be sent as 'workspace_id'";
	return input.workspaceId === undefined ? [told] : [];
}

/** A workspace of the token. */
interface Workspace {
	readonly id: number;
	/** As people know it. */
	readonly name: string;
}

const lists = new Once<readonly Workspace[] | undefined>();

/**
 * The token's workspaces, asked for once a run and credential.
 *
 * @returns undefined where GenPage has no such list, as in its older document
 * @throws NodeApiError when it cannot be had
 */
export async function listWorkspaces(client: Client): Promise<readonly Workspace[] | undefined> {
	return await client.once(lists, GET_WORKSPACES, async (asking) => {
		const named = asking.for('Find the workspace of the token');
		const answer = await named.send({ method: 'GET', path: GET_WORKSPACES }).catch(absent);
		if (answer === undefined) return undefined;
		return recordsOf(named, answer, WORKSPACES, 'workspaces').map(({ id, name }) => {
			const parsed = numericId.safeParse(id);
			if (!parsed.success) throw named.unexpected(answer, 'a workspace in it has no ID');
			return { id: parsed.data, name: typeof name === 'string' ? name : 'no name' };
		});
	});
}

/**
 * The token's only workspace.
 *
 * @returns undefined where GenPage has no list to find it in
 * @throws NodeOperationError that names them when there are several, or says that there is none;
 *   NodeApiError when the list cannot be had
 */
export async function onlyWorkspace(client: Client): Promise<number | undefined> {
	const workspaces = await listWorkspaces(client);
	if (workspaces === undefined) return undefined;
	const [only, ...others] = workspaces;
	if (only && others.length === 0) return only.id;
	const found = only ? `has ${workspaces.length} workspaces` : 'lists no workspace';
	throw client.gaveUp(
		`'Workspace' is empty, and GenPage ${found} for your token${only ? `: ${named(workspaces)}` : ''}`,
		only
			? "Choose one of them in 'Workspace', or enter its ID with By ID"
			: "Enter the workspace's ID in 'Workspace' with By ID, or check the token in GenPage under Settings > Integrations",
	);
}

/**
 * The workspace that was chosen, or else the token's only one.
 *
 * @throws as onlyWorkspace, and NodeOperationError where GenPage has no list to find it in
 */
export async function workspaceOf(client: Client, chosen: number | undefined): Promise<number> {
	const workspace = chosen ?? (await onlyWorkspace(client));
	if (workspace !== undefined) return workspace;
	throw client.gaveUp(
		"'Workspace' is empty",
		"This GenPage has no list of workspaces to find yours in: enter its ID in 'Workspace' with By ID",
	);
}

/** The input of an operation that needs a workspace, with the token's only one where none was chosen. */
export async function inWorkspace<Input extends { readonly workspaceId: number | undefined }>(
	input: Input,
	client: Client,
): Promise<Input> {
	return { ...input, workspaceId: await workspaceOf(client, input.workspaceId) };
}

/** The workspace with which GenPage answered where it refused to do without one. */
interface Wanted {
	workspaceId?: number;
}

const wantedInRun = new Once<Wanted>();

/**
 * Asks for something of which the older document says no workspace, and newer ones that it is needed
 * in most calls: where GenPage refuses to do without, with the token's only one. What a run and
 * credential have learnt so is kept: a job that is waited for is asked for many times.
 *
 * @throws as ask and workspaceOf
 */
export async function withOrWithout<Found>(
	client: Client,
	chosen: number | undefined,
	ask: (workspaceId: number | undefined) => Promise<Found>,
): Promise<Found> {
	const wanted = await client.once(wantedInRun, 'jobs', () => Promise.resolve<Wanted>({}));
	const workspaceId = chosen ?? wanted.workspaceId;
	return await ask(workspaceId).catch(async (error: unknown) => {
		if (workspaceId !== undefined || !hasStatus(error, ['400', '422'])) throw error;
		const only = await onlyWorkspace(client).catch((none: unknown) => {
			// Where the workspace is what GenPage misses, which ones there are says more than its words.
			const isMissed = /workspace/i.test(error.message) && !(none instanceof NodeApiError);
			throw isMissed ? none : error;
		});
		if (only === undefined) throw error;
		const found = await ask(only);
		wanted.workspaceId = only;
		return found;
	});
}

function named(workspaces: readonly Workspace[]): string {
	return firstOf(workspaces.map(({ id, name }) => `${name} (${id})`));
}

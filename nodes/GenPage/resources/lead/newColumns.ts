import type { NodeExecutionHint } from 'n8n-workflow';
import type { clientsOf } from '../../../shared/run/clients';
import { hint } from '../../../shared/run/hint';
import { absent } from '../../../shared/transport/absent';
import type { Client } from '../../../shared/transport/client';
import { Once } from '../../../shared/transport/once';
import { firstOf } from '../../../shared/values/text';
import { fetchVariables } from '../workspace/variables';
import { isDocumented } from './columns';
import { isByMeaning, sendsUnknown, type UpsertInput } from './fields';
import type { LeadValues } from './identity';
import type { LeadItem, UpsertedBatch } from './output';

/** Nobody should wait long for what only a hint needs. */
const LONGEST_FOR_HINT_S = 5;

/** The keys of a workspace's variables, or undefined where GenPage has no list of them. */
type Variables = ReadonlySet<string> | undefined;

const lists = new Once<Variables>();

async function variablesOf(client: Client, workspaceId: number): Promise<Variables> {
	return await client.once(lists, String(workspaceId), async (asking) => {
		const named = asking.for('Get variables of workspace');
		const variables = await fetchVariables(named, workspaceId).catch(absent);
		return variables && new Set(variables.map(({ key }) => key));
	});
}

/**
 * The values of a lead that make no new variable: those of documented columns, and of variables that
 * the workspace has.
 *
 * @throws NodeOperationError where GenPage does not tell its variables, NodeApiError when they cannot
 *   be had
 */
export async function onlyKnown(
	client: Client,
	workspaceId: number,
	values: LeadValues,
): Promise<LeadValues> {
	const variables = await variablesOf(client, workspaceId);
	if (!variables) {
		throw client.gaveUp(
			"'Send Unknown Columns' is off, but this GenPage has no list of variables to know them by",
			"Switch it on in Options, and choose in 'Columns' or with an Edit Fields node before this one what is sent",
		);
	}
	const isKnown = (name: string) => isDocumented(name) || variables.has(name);
	return Object.fromEntries(Object.entries(values).filter(([name]) => isKnown(name)));
}

/** The values of a lead that GenPage documents. */
export function onlyDocumented(values: LeadValues): LeadValues {
	return Object.fromEntries(Object.entries(values).filter(([name]) => isDocumented(name)));
}

/**
 * The same as onlyKnown where fields were matched by meaning: without a list of variables, the documented
 * ones alone.
 *
 * @throws NodeApiError when the variables cannot be had
 */
export async function onlyMeant(
	client: Client,
	workspaceId: number | undefined,
	values: LeadValues,
): Promise<LeadValues> {
	const variables = workspaceId === undefined ? undefined : await variablesOf(client, workspaceId);
	return variables && workspaceId !== undefined
		? await onlyKnown(client, workspaceId, values)
		: onlyDocumented(values);
}

/** What GenPage is asked first for an input, in words: the variables, where others are not sent. */
export function asksForVariables(input: UpsertInput): string[] {
	if (sendsUnknown(input)) return [];
	return ['which variables the workspace has: other columns are not sent'];
}

/** What workspaces knew before anything was sent, by their ID. */
export type KnownVariables = ReadonlyMap<number, Variables>;

/**
 * Asks once for each workspace that may get new variables which ones it has: afterwards new ones
 * could not be told from others. One request is cheap beside the upload; where it fails there is no
 * hint.
 */
export async function knownVariables(
	open: ReturnType<typeof clientsOf>,
	items: readonly LeadItem[],
): Promise<KnownVariables> {
	const known = new Map<number, Variables>();
	for (const { item, input, payload } of items) {
		const { workspaceId } = input;
		if (workspaceId === undefined || known.has(workspaceId) || !mayMakeNew(input)) continue;
		if (Object.keys(payload).every(isDocumented)) continue;
		const requestTimeout = Math.min(input.options.requestTimeout, LONGEST_FOR_HINT_S);
		const client = await open([item], { options: { requestTimeout, maxRetryWait: 0 } });
		known.set(workspaceId, await variablesOf(client, workspaceId).catch(() => undefined));
	}
	return known;
}

/** The hint above the output that names the columns of which GenPage makes new variables. */
export function newColumnHints(
	taken: readonly UpsertedBatch[],
	known: KnownVariables,
): NodeExecutionHint[] {
	const names = new Set<string>();
	for (const { input, entries } of taken) {
		const before = input.workspaceId === undefined ? undefined : known.get(input.workspaceId);
		if (!before || !mayMakeNew(input)) continue;
		for (const name of entries.flatMap(({ payload }) => Object.keys(payload))) {
			if (!isDocumented(name) && !before.has(name)) names.add(name);
		}
	}
	if (names.size === 0) return [];
	const named = firstOf([...names].map((name) => `'${name}'`));
	const columns = names.size === 1 ? '1 column' : `${names.size} columns`;
	return [
		hint(
			`${columns} new to GenPage became variables of the workspace: ${named}. To send no such columns, switch 'Send Unknown Columns' off in Options.`,
			'info',
		),
	];
}

/** Columns that are mapped by hand were named by the user. */
function mayMakeNew(input: UpsertInput): boolean {
	const isByHand = !isByMeaning(input) && input.columns.mode === 'defineBelow';
	return !isByHand && sendsUnknown(input);
}

// What GenPage says of a token's workspaces: the list is in newer documents only, and no document shows
// its answer.
import type { INodeParameters } from 'n8n-workflow';
import { API } from './cases/genPage.mts';
import type { useGenPage } from './genPage.mts';
import { byId, essence } from './results.mts';

export const WORKSPACES_PATH = `${API}/workspaces/get-list`;
export const ONLY = [{ id: 16, name: 'Demo Workspace', slug: 'demo-workspace' }];
/** No workspace chosen. */
export const EMPTY: INodeParameters = { workspaceId: byId('') };

/** The list of workspaces of a sandbox that stands in for GenPage. */
export function useWorkspaces(site: ReturnType<typeof useGenPage>) {
	return {
		/** Has GenPage list these workspaces from now on. */
		list: async (body: unknown): Promise<void> => {
			await site.sandbox.fault({ kind: 'wrongType', path: WORKSPACES_PATH, body, times: 1000 });
		},

		/** Has GenPage refuse to list them from now on. */
		refuse: async (status: number): Promise<void> => {
			const body = { message: 'Not now.' };
			const path = WORKSPACES_PATH;
			await site.sandbox.fault({ kind: 'status', status, body, path, times: 1000 });
		},

		/** What was sent beside the questions for workspaces, and how many of these there were. */
		sent: async () => {
			const all = await site.received();
			const others = all.filter(({ path }) => path !== WORKSPACES_PATH);
			return { lookUps: all.length - others.length, others: others.map(essence) };
		},
	};
}

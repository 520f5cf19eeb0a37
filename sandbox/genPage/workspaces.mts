// Workspaces with their campaigns, audiences and variables, and the tokens of the account.
import { SEED_VARIABLES, SEED_WORKSPACES } from './seed.mts';
import type { WorkspaceSeed } from './seed.mts';
import { SANDBOX_TOKEN } from './token.mts';
import type { TokenState, Variable } from './shapes.mts';

/** What a lead's values may hold that is no variable: they say which lead it is, or come back. */
const NOT_VARIABLES = new Set(['lead_id', 'genpage_url', 'url_slug']);

/** A workspace. The document, Leads: any other key in `values` is a variable of the workspace. */
export class Workspace {
	readonly seed: WorkspaceSeed;
	credits: number;
	readonly #variables = new Map<string, Variable>();

	constructor(seed: WorkspaceSeed, credits: number) {
		this.seed = seed;
		this.credits = credits;
		for (const key of SEED_VARIABLES) this.learn(key);
	}

	get variables(): Variable[] {
		return [...this.#variables.values()];
	}

	/** Makes a variable of a key that is not known yet. */
	learn(key: string): void {
		if (this.#variables.has(key) || NOT_VARIABLES.has(key)) return;
		const id = this.seed.id * 1000 + this.#variables.size + 1;
		this.#variables.set(key, { id, name: titleOf(key), key });
	}

	hasAudience(id: number): boolean {
		return this.seed.audiences.some((audience) => audience.id === id);
	}
}

/** The workspaces, found by their id or by that of a campaign. */
export class Workspaces {
	readonly #byId = new Map<number, Workspace>();
	readonly #byCampaign = new Map<number, Workspace>();

	/** @param credits pages that each workspace may make */
	constructor(credits: number) {
		for (const seed of SEED_WORKSPACES) {
			const workspace = new Workspace(seed, credits);
			this.#byId.set(seed.id, workspace);
			for (const campaign of seed.campaigns) this.#byCampaign.set(campaign.id, workspace);
		}
	}

	get all(): Workspace[] {
		return [...this.#byId.values()];
	}

	byId(id: number): Workspace | undefined {
		return this.#byId.get(id);
	}

	byCampaign(id: number): Workspace | undefined {
		return this.#byCampaign.get(id);
	}
}

/** The tokens that are accepted. Each belongs to the account, so it reaches every workspace. */
export class Tokens {
	readonly #byText = new Map<string, TokenState>();
	#lastId = 1;

	constructor() {
		this.#byText.set(SANDBOX_TOKEN, {
			id: 1,
			workspace_id: 16,
			name: 'Sandbox',
			token: SANDBOX_TOKEN,
		});
	}

	get all(): TokenState[] {
		return [...this.#byText.values()];
	}

	create(workspaceId: number, name: string): TokenState {
		this.#lastId += 1;
		const token = `${this.#lastId}|generated-sandbox-token-${this.#lastId}`;
		const created = { id: this.#lastId, workspace_id: workspaceId, name, token };
		this.#byText.set(token, created);
		return created;
	}

	/** True when there was such a token. */
	delete(id: string): boolean {
		const found = this.all.find((token) => String(token.id) === id);
		return found !== undefined && this.#byText.delete(found.token);
	}

	/** True for an Authorization header with a known token (the document, "Authentication info"). */
	accepts(authorization: string | string[] | undefined): boolean {
		const match = /^Bearer (.+)$/i.exec(String(authorization ?? ''));
		return match?.[1] !== undefined && this.#byText.has(match[1]);
	}
}

function titleOf(key: string): string {
	return key
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}

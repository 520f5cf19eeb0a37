// The endpoints of "LeadGenius API Docs" and those that newer public documents add.
import type { VendorAnswer, VendorRequest } from '../vendor.mts';
import { readUsage, uploadExclusions } from './accountRoutes.mts';
import { createCampaign, retrieve, updateCampaign } from './campaignRoutes.mts';
import type { Origins } from './paging.mts';
import { createRapid, listRapid, readRapid, readRapidStats } from './rapidRoutes.mts';
import type { LeadGeniusStore } from './store.mts';
import { sampleUpload, upload, uploadTo } from './upload.mts';

/**
 * Answers a request, or throws a Refusal to say no.
 *
 * @param name the slug or id in the path; '' where there is none
 * @param origins where links to other pages point
 */
export type Handler = (
	store: LeadGeniusStore,
	request: VendorRequest,
	name: string,
	origins: Origins,
) => VendorAnswer;

/** One path with its methods. */
export interface Route {
	readonly path: RegExp;
	readonly methods: Readonly<Record<string, Handler>>;
}

/** The endpoints by their path below /api/v1/. The document shows one without its last slash. */
const ROUTES: readonly Route[] = [
	{ path: /^enrichment\/upload\/$/, methods: { POST: upload } },
	{
		path: /^enrichment\/upload\/([\w-]+)\/$/,
		methods: { GET: sampleUpload, POST: uploadTo },
	},
	{ path: /^enrichment\/retrieve\/([\w-]+)\/?$/, methods: { GET: retrieve } },
	{ path: /^enrichment\/status\/$/, methods: { GET: readUsage } },
	{ path: /^enrichment\/campaigns\/$/, methods: { POST: createCampaign } },
	{ path: /^enrichment\/update\/([\w-]+)\/$/, methods: { PATCH: updateCampaign } },
	{ path: /^enrichment\/rapid\/$/, methods: { GET: listRapid, POST: createRapid } },
	{ path: /^enrichment\/rapid\/stats\/$/, methods: { GET: readRapidStats } },
	{ path: /^enrichment\/rapid\/(\d+)\/$/, methods: { GET: readRapid } },
	{ path: /^exclusion\/upload\/$/, methods: { POST: uploadExclusions } },
];

/** The route of a path, with the slug or id in it. */
export function findRoute(path: string): { route: Route; name: string } | undefined {
	for (const route of ROUTES) {
		const match = route.path.exec(path);
		if (match !== null) return { route, name: match[1] ?? '' };
	}
	return undefined;
}

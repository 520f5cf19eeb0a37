// The data that every reset goes back to. Campaigns 1 and 2 and audience 1 are the document's own
// examples (Campaigns, Audiences); the rest makes searching and a second workspace worthwhile.

/** A campaign, as the document shows it. */
export interface Campaign {
	readonly id: number;
	readonly name: string;
	readonly slug: string;
}

/** An audience, as the document shows it. */
export interface Audience {
	readonly id: number;
	readonly name: string;
}

/** A workspace with what belongs to it. */
export interface WorkspaceSeed {
	readonly id: number;
	readonly name: string;
	readonly slug: string;
	readonly campaigns: readonly Campaign[];
	readonly audiences: readonly Audience[];
}

const REGIONS = ['Nordics', 'DACH', 'Benelux', 'Iberia', 'UK', 'North America', 'APAC'];
const THEMES = ['Product Launch', 'Webinar Follow-up', 'Trial Win-back', 'Conference'];

/** Lower-case words joined by hyphens, for slugs and host names. */
export function slugOf(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

function campaign(id: number, name: string): Campaign {
	return { id, name, slug: slugOf(name) };
}

function demoCampaigns(): Campaign[] {
	const names = THEMES.flatMap((theme) => REGIONS.map((region) => `${theme} ${region}`));
	return ['Test Campaign 1', 'Saas Outreach', ...names].map((name, at) => campaign(at + 1, name));
}

/** The two workspaces of the sandbox. 16 is the workspace of the document's examples. */
export const SEED_WORKSPACES: readonly WorkspaceSeed[] = [
	{
		id: 16,
		name: 'Demo Workspace',
		slug: 'demo-workspace',
		campaigns: demoCampaigns(),
		audiences: [
			{ id: 1, name: 'Default Audience' },
			{ id: 2, name: 'Decision Makers' },
			{ id: 3, name: 'Newsletter Readers' },
		],
	},
	{
		id: 17,
		name: 'Second Workspace',
		slug: 'second-workspace',
		campaigns: [campaign(101, 'Partner Outreach'), campaign(102, 'Reactivation')],
		audiences: [{ id: 101, name: 'Default Audience' }],
	},
];

/** The variables that every workspace has: the fields that the document names under Leads. */
export const SEED_VARIABLES: readonly string[] = [
	'name',
	'first_name',
	'last_name',
	'email',
	'linkedin_profile_url',
	'company_name',
	'company_domain',
	'logo',
	'logo_color',
];

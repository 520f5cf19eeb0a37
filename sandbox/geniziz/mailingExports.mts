// Mailing Export.
import type { VendorAnswer } from '../vendor.mts';
import { isRecord, listed } from './call.mts';
import type { Call } from './call.mts';
import { object, oneOf } from './checks.mts';
import type { Resource } from './resource.mts';
import type { Workspace } from './workspace.mts';

interface ConfigField {
	readonly name: string;
	readonly label: string;
	readonly required: boolean;
}

/** "each platform with its config fields and whether its credential is connected". */
const PLATFORMS: readonly {
	id: string;
	name: string;
	config: ConfigField[];
	connected: boolean;
}[] = [
	{
		id: 'mailchimp',
		name: 'Mailchimp',
		config: [
			{ name: 'list_id', label: 'Audience', required: true },
			{ name: 'tag', label: 'Tag', required: false },
		],
		connected: true,
	},
	{
		id: 'klaviyo',
		name: 'Klaviyo',
		config: [{ name: 'list_id', label: 'List', required: true }],
		connected: false,
	},
];

/** A mailing export: its audience is counted at once, and it is pushed a little later. */
export const mailingExport: Resource = {
	collection: 'mailingExports',
	noun: 'Mailing export',
	required: ['platform'],
	checks: {
		platform: oneOf(PLATFORMS.map(({ id }) => id)),
		filters: object,
		config: object,
	},
	readOnly: ['status', 'match_count', 'pushed_count'],
	defaults: () => ({ filters: {}, config: {}, status: 'queued', match_count: 0, pushed_count: 0 }),
	check: ({ platform, config }, errors) => {
		const found = PLATFORMS.find(({ id }) => id === platform);
		if (found?.connected === false) errors.add('platform', `${found.name} is not connected.`);
		for (const { name, label, required } of found?.config ?? []) {
			const value = isRecord(config) ? config[name] : undefined;
			const isMissing = required && (value === undefined || value === null || value === '');
			if (isMissing) errors.add('config', `${label} (${name}) is required.`);
		}
	},
	created: (record, { caller, store }) => {
		const match_count = matchesOf(record.filters, caller.workspace);
		caller.workspace.collections.mailingExports.change(record, { match_count });
		store.later(store.settings.exportMs, record.id, ({ collection }, time) => {
			const done = { status: 'completed', pushed_count: match_count, date_updated: time };
			collection.change(record, done);
		});
	},
};

/** GET /mailing_export/platforms/ */
export function listPlatforms(call: Call): VendorAnswer {
	return listed(
		call,
		PLATFORMS.map((platform) => ({ ...platform })),
	);
}

/** What filters are is not documented. Assumed: fields of a lead and the values that they have. */
function matchesOf(filters: unknown, { collections }: Workspace): number {
	const wanted = isRecord(filters) ? Object.entries(filters) : [];
	return collections.leads.all.filter((lead) =>
		wanted.every(([field, value]) => lead[field] === value),
	).length;
}

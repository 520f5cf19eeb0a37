import { bodyFields } from '../../shared/body';
import { field } from '../../shared/field';
import { onlySet } from '../../shared/onlySet';
import type { Resource } from '../../shared/operation';
import { createOf, getOf, manyOf, form } from '../../shared/operations/crud';
import { options } from '../../shared/options';
import { optionalJsonObject, text } from '../../shared/schema';
import { idField } from '../fields';
import { thing } from '../thing';

const path = '/api/v1/mailing_export/';
const mailingExports = thing({
	one: 'a mailing export',
	several: 'mailing exports',
	path,
	id: idField('mailingExportId', 'Mailing Export', 'mail'),
});

const platform = field(
	{
		displayName: 'Platform',
		name: 'platform',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. mailchimp',
		description: 'The mailing platform, as Mailing Export > Get Platforms names it',
	},
	text,
);

function objectField<const Name extends string>(
	name: Name,
	displayName: string,
	placeholder: string,
	description: string,
) {
	return field(
		{ displayName, name, type: 'json', default: '', placeholder, description },
		optionalJsonObject,
	);
}

/** Geniziz REST API, "Create mailing export": {platform, filters{...}, config{...}}. */
const newExport = form(
	[
		platform,
		...bodyFields(
			{ filters: { status_id: 'stat_1a2b3c4d5e6f7g8h9i0j1k' }, config: { list_id: '12' } },
			objectField(
				'filters',
				'Filters',
				'e.g. {"status_id": "stat_1a2b3c4d5e6f7g8h9i0j1k"}',
				'Which leads to export, as a JSON object',
			),
			objectField(
				'config',
				'Config',
				'e.g. {"list_id": "12"}',
				"The platform's own settings, as Mailing Export > Get Platforms lists them, as a JSON object",
			),
		),
		options(),
	],
	({ platform: name, jsonBody, filters, config }) => ({
		platform: name,
		...(jsonBody ?? onlySet({ filters, config })),
	}),
);

/** Geniziz REST API, "Mailing Export". */
export const mailingExport: Resource = {
	value: 'mailingExport',
	name: 'Mailing Export',
	operations: [
		createOf(
			mailingExports,
			newExport,
			'Queue an export to a mailing platform; the answer tells how many match',
		),
		getOf(mailingExports),
		manyOf(mailingExports),
		manyOf(thing({ several: 'mailing platforms', path: `${path}platforms/` }), {
			value: 'getPlatforms',
			name: 'Get Platforms',
			description: 'Retrieve the mailing platforms, their settings and whether they are connected',
		}),
	],
};

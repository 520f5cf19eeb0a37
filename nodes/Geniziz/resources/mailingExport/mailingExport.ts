import { bodyFields } from '../../../shared/form/body';
import { field } from '../../../shared/form/field';
import { options } from '../../../shared/form/options';
import { many } from '../../../shared/form/returnAll';
import { optionalJsonObject } from '../../../shared/form/schema';
import { requiredTextField } from '../../../shared/form/textField';
import { undocumented } from '../../../shared/operations/answer';
import { list } from '../../../shared/operations/list';
import { plainResource } from '../../../shared/operations/plainResource';
import { onlySet } from '../../../shared/values/records';
import { idField } from '../fields';
import { reading } from '../reading';

const path = '/api/v1/mailing_export/';
const read = reading();

const platform = requiredTextField({
	displayName: 'Platform',
	name: 'platform',
	placeholder: 'e.g. mailchimp',
	description: 'The mailing platform, as Mailing Export > Get Platforms names it',
});

const filters = field(
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"status_id": "stat_1a2b3c4d5e6f7g8h9i0j1k"}',
		description: 'Which leads to export, as a JSON object',
	},
	optionalJsonObject,
);

const config = field(
	{
		displayName: 'Platform Settings',
		name: 'config',
		type: 'json',
		default: '',
		description:
			"What the platform needs to know, as a JSON object: Mailing Export > Get Platforms lists its 'config' fields",
	},
	optionalJsonObject,
);

const EXAMPLE = { filters: { status_id: 'stat_1a2b3c4d5e6f7g8h9i0j1k' }, config: {} };

/** Geniziz REST API, "Mailing Export". */
export const mailingExport = plainResource({
	value: 'mailingExport',
	name: 'Mailing Export',
	nouns: ['a mailing export', 'mailing exports'],
	path,
	id: idField('mailingExportId', 'Mailing Export'),
	reading: read,
	operations: {
		create: {
			description: 'Queue an export to a mailing platform; the answer tells how many match',
			fields: [platform, ...bodyFields(EXAMPLE, filters, config)],
			// "{platform, filters{...}, config{...}}"
			body: ({ platform: name, jsonBody, filters: which, config: how }) => ({
				platform: name,
				...(jsonBody ?? onlySet({ filters: which, config: how })),
			}),
			answer: undocumented(),
			repeat: 'ifNotTaken',
		},
		get: {},
		getAll: {},
	},
	more: [
		list({
			value: 'getPlatforms',
			name: 'Get Platforms',
			action: 'Get many mailing platforms',
			description: 'Retrieve the mailing platforms, their settings and whether they are connected',
			method: 'GET',
			path: `${path}platforms/`,
			fields: [...many, options(...read.options)],
			query: read.query,
			askLess: read.askLess,
			records: read.records,
			paging: read.paging,
		}),
	],
});

import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { column } from '../../shared/form/columnMapping';
import { recordsIn } from '../../shared/lists/records';
import { absent } from '../../shared/transport/absent';
import { openClient } from '../../shared/transport/client';
import { isRecord } from '../../shared/values/records';
import { fetchSample } from '../resources/campaign/webhookUrl';
import { EXCLUSION_FIELDS } from '../resources/exclusion/fields';
import { STANDARD_FIELDS } from '../resources/record/standardFields';
import { vendor } from '../vendor';

/** How many of the standard fields most records have; they come first in the form. */
const COMMON = 10;

/**
 * The columns of a record: common standard fields, those of the campaign's own, the others. Without a
 * campaign, or with one that does not exist yet, the standard ones alone.
 *
 * @throws NodeApiError when it cannot be asked for now
 */
export async function getRecordColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const standard = STANDARD_FIELDS.map(({ name, label }) => column(name, label));
	const slug = this.getCurrentNodeParameter('campaignSlug');
	if (typeof slug !== 'string' || !/^[\w-]+$/.test(slug)) return { fields: standard };
	const client = await openClient(this, vendor, 'Get upload sample of campaign');
	// The form must also work for a campaign that is still to be made. Any other failure is shown: with
	// the standard columns alone the editor would drop those of the campaign's own that are mapped.
	const sample = await fetchSample(client, slug).catch(absent);
	if (sample === undefined) return { fields: standard };
	if (!isRecord(sample)) throw client.unexpected(sample, 'it is no upload sample');
	const known = new Set(STANDARD_FIELDS.map(({ name }) => name));
	const own = namesIn(sample).filter((name) => !known.has(name));
	const common = standard.slice(0, COMMON);
	const others = standard.slice(COMMON);
	return { fields: [...common, ...own.map((name) => column(name, name)), ...others] };
}

/** The columns of an exclusion, by what is excluded. */
export async function getExclusionColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const entity = this.getCurrentNodeParameter('entity') === 'org' ? 'org' : 'contact';
	const fields = STANDARD_FIELDS.filter(({ name }) => EXCLUSION_FIELDS[entity].includes(name));
	return { fields: fields.map(({ name, label }) => column(name, label)) };
}

function namesIn(sample: Readonly<Record<string, unknown>>): string[] {
	const listed = Array.isArray(sample.fields) ? sample.fields : [];
	const [record = {}] = recordsIn(sample, ['records']) ?? [];
	const names = [...listed.filter((name) => typeof name === 'string'), ...Object.keys(record)];
	return [...new Set(names)];
}

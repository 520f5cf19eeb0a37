import { columnsFields } from '../../../shared/form/columnMapping';
import { field } from '../../../shared/form/field';
import { oneOf } from '../../../shared/form/schema';
import type { FieldIssue } from '../../../shared/values/issues';
import { onlyFields } from '../../../shared/meaning/names';
import { names } from '../../names';
import { lacking, type Identifiers, type RecordValues } from '../record/values';

export const entity = field(
	{
		displayName: 'Entity',
		name: 'entity',
		type: 'options',
		default: 'org',
		description: 'What to leave out of enrichment',
		options: [
			{ name: 'Account', value: 'org', description: 'A company' },
			{ name: 'Contact', value: 'contact', description: 'A person' },
		],
	},
	oneOf(['org', 'contact'], 'org'),
);

/** The fields that an exclusion may have (LeadGenius API Docs, "Exclusion List"). */
export const EXCLUSION_FIELDS: Readonly<Record<'org' | 'contact', readonly string[]>> = {
	org: ['org_linkedin_url', 'org_company_name', 'org_phone', 'org_website'],
	contact: [
		'contact_linkedin_url',
		'contact_email',
		'contact_first_name',
		'contact_last_name',
		'org_linkedin_url',
		'org_company_name',
		'org_phone',
		'org_website',
	],
};

/** What an exclusion takes of what LeadGenius knows. */
export const EXCLUSION_NAMES = {
	org: onlyFields(names, (name) => EXCLUSION_FIELDS.org.includes(name)),
	contact: onlyFields(names, (name) => EXCLUSION_FIELDS.contact.includes(name)),
} as const;

export const exclusionColumns = columnsFields(EXCLUSION_NAMES.contact, {
	description:
		'What identifies the record. An account needs a website or LinkedIn URL, a contact an email or LinkedIn URL.',
	resourceMapperMethod: 'getExclusionColumns',
	loadOptionsDependsOn: ['entity'],
	matchesDependOn: ['entity'],
	vendorName: 'records',
});

const EXCLUSION_IDENTIFIERS: Identifiers = {
	company: ['org_linkedin_url', 'org_website'],
	contact: ['contact_linkedin_url', 'contact_email'],
};

/** What an exclusion lacks (LeadGenius API Docs, "Exclusion Records"). */
export function exclusionIssues(
	values: RecordValues & { readonly entity: 'org' | 'contact' },
): readonly FieldIssue[] {
	const allowed = EXCLUSION_FIELDS[values.entity];
	const kind = values.entity === 'org' ? 'company' : 'contact';
	const others = Object.keys(values).filter((name) => name !== 'entity' && !allowed.includes(name));
	return [
		...(others.length === 0 ? [] : [notAllowed(others, allowed)]),
		...lacking(values, kind, undefined, EXCLUSION_IDENTIFIERS),
	];
}

function notAllowed(names: readonly string[], allowed: readonly string[]): FieldIssue {
	return {
		field: 'Columns',
		wrong: `has fields that an exclusion cannot have: ${names.slice(0, 10).join(', ')}`,
		fix: `Set 'Columns' to 'Map Each Column Manually' and map only ${allowed.join(', ')}`,
	};
}

import { field } from '../../../shared/form/field';
import { textList } from '../../../shared/form/schema';
import { byText } from '../../../shared/values/text';
import { STANDARD_FIELDS } from './standardFields';

/**
 * The two fields that choose what LeadGenius finds out: the standard fields, and names of fields
 * of the campaign's own. An expression or an agent may give any names to the first one too.
 */
export function fieldsToReturn<const Name extends string, const Other extends string>(
	name: Name,
	otherName: Other,
) {
	const choices = STANDARD_FIELDS.map(({ name: value, label, definition }) => ({
		name: label,
		value,
		description: definition,
	}));
	return [
		field(
			{
				displayName: 'Fields to Return',
				name,
				type: 'multiOptions',
				// What the document's own example asks for ("Job Types", Dashboard).
				default: [
					'org_company_name',
					'org_website',
					'org_linkedin_url',
					'contact_first_name',
					'contact_last_name',
					'contact_email',
					'contact_job_title',
					'contact_linkedin_url',
				],
				description: 'What LeadGenius finds out about every record',
				options: choices.toSorted((a, b) => byText(a.name, b.name)),
			},
			textList,
		),
		field(
			{
				displayName: 'Other Fields to Return',
				name: otherName,
				type: 'string',
				default: '',
				placeholder: 'e.g. org_tech_stack, contact_direct_dial',
				description:
					'Names of fields that the campaign was given in Dashboard, with commas between them. Campaign > Get Upload Sample shows them.',
			},
			textList,
		),
	] as const;
}

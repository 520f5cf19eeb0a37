import { resourceLocator } from '../../../shared/form/resourceLocator';
import { optionalText, text } from '../../../shared/form/schema';

const property = {
	placeholder: 'e.g. lead_2x9Qb1c3d4e5f6g7h8i9j0',
	searchListMethod: 'searchLeads',
} as const;

/** A lead, chosen from the list. */
export function leadLocator<const Name extends string>(
	name: Name,
	displayName: string,
	description?: string,
) {
	return resourceLocator({ ...property, name, displayName, required: true, description }, text);
}

export const leadId = leadLocator('leadId', 'Lead');

/** The lead where none may be named. */
export const optionalLeadId = resourceLocator(
	{ ...property, name: 'leadId', displayName: 'Lead' },
	optionalText,
);

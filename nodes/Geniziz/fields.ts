import type { INodeProperties } from 'n8n-workflow';
import { field } from '../shared/field';
import { locator } from '../shared/locator';
import { optionalText, text } from '../shared/schema';

const LEAD = 'e.g. lead_2x9Qb1c3d4e5f6g7h8i9j0';
const STATUS = 'e.g. stat_1a2b3c4d5e6f7g8h9i0j1k';

/** The ID of a record, which must be there. Its form is Geniziz's own business. */
export function idField<const Name extends string>(
	name: Name,
	thing: string,
	prefix: string,
	description?: string,
) {
	return field(
		{
			displayName: `${thing} ID`,
			name,
			type: 'string',
			default: '',
			required: true,
			placeholder: `e.g. ${prefix}_2x9Qb1c3d4e5f6g7h8i9j0`,
			description,
		},
		text,
	);
}

/** Text that may be left empty. */
export function textField<const Name extends string>(
	property: Omit<INodeProperties, 'type' | 'default' | 'name'> & { name: Name },
) {
	return field({ ...property, type: 'string', default: '' }, optionalText);
}

/** A lead, chosen from the list. */
export function leadLocator<const Name extends string>(
	name: Name,
	displayName: string,
	description?: string,
) {
	const searchListMethod = 'searchLeads';
	return locator(
		{ name, displayName, placeholder: LEAD, searchListMethod, required: true, description },
		text,
	);
}

export const leadId = leadLocator('leadId', 'Lead');

/** The lead where none may be named. */
export const optionalLeadId = locator(
	{ name: 'leadId', displayName: 'Lead', placeholder: LEAD, searchListMethod: 'searchLeads' },
	optionalText,
);

/** The status of leads or of opportunities: each has a list of its own. */
export const statusId = {
	lead: statusLocator('searchLeadStatuses'),
	opportunity: statusLocator('searchOpportunityStatuses'),
};

function statusLocator(searchListMethod: string) {
	return locator(
		{ name: 'statusId', displayName: 'Status', placeholder: STATUS, searchListMethod },
		optionalText,
	);
}

/** A status that is itself what the operation is about. */
export function statusRecord<const Name extends string>(name: Name, searchListMethod: string) {
	return locator(
		{ name, displayName: 'Status', placeholder: STATUS, searchListMethod, required: true },
		text,
	);
}

export const opportunityId = idField('opportunityId', 'Opportunity', 'oppo');

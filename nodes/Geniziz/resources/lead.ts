import type { Resource } from '../../shared/operation';
import { createOf, deleteOf, getOf, manyOf, updateOf } from '../../shared/operations/crud';
import { single } from '../../shared/operations/single';
import { options } from '../../shared/options';
import { idField, leadId, leadLocator } from '../fields';
import { changedLead, LEAD_FIELDS, newLead } from '../leads/forms';
import { thing } from '../thing';
import { limitGroup } from '../vendor';

const path = '/api/v1/lead/';
const leads = thing({ one: 'a lead', several: 'leads', path, id: leadId }, LEAD_FIELDS);

/** Geniziz REST API, "Lead". */
export const lead: Resource = {
	value: 'lead',
	name: 'Lead',
	operations: [
		createOf(leads, newLead),
		getOf(leads),
		manyOf(leads),
		updateOf(leads, changedLead),
		deleteOf(leads),
		single({
			value: 'merge',
			name: 'Merge',
			action: 'Merge leads',
			description: 'Move all that belongs to one lead to another, then delete the first',
			method: 'POST',
			path: `${path}merge/`,
			fields: [
				{
					...leadLocator('sourceLeadId', 'Source Lead', 'The lead that is deleted'),
					vendorName: 'source',
				},
				{
					...leadLocator('destinationLeadId', 'Destination Lead', 'The lead that is kept'),
					vendorName: 'destination',
				},
				options(),
			],
			check: ({ sourceLeadId, destinationLeadId }) =>
				sourceLeadId === destinationLeadId
					? [
							{
								field: 'Destination Lead',
								wrong: "is the same as 'Source Lead'",
								fix: 'Choose two different leads',
							},
						]
					: [],
			body: (input) => ({ source: input.sourceLeadId, destination: input.destinationLeadId }),
			whenEmpty: { success: true },
			limitGroup: limitGroup(path),
		}),
		single({
			value: 'move',
			name: 'Move',
			action: 'Move lead to another workspace',
			description:
				'Move a lead with all its records into another workspace. You must be an admin of both. Its status becomes a default one if the other workspace lacks it; owner, assignee and custom fields are cleared.',
			method: 'POST',
			path: `${path}{leadId}/move/`,
			fields: [
				leadId,
				idField('targetOrganizationId', 'Target Organization', 'orga', 'The workspace to move to'),
				options(),
			],
			body: (input) => ({ target_organization_id: input.targetOrganizationId }),
			whenEmpty: { success: true },
			limitGroup: limitGroup(path),
		}),
	],
};

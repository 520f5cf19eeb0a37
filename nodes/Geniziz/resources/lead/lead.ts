import { writeOptions } from '../../../shared/form/options';
import { documented, undocumented } from '../../../shared/operations/answer';
import { plainResource } from '../../../shared/operations/plainResource';
import { single, withId } from '../../../shared/operations/single';
import { idField } from '../fields';
import { reading } from '../reading';
import { LEAD_FIELDS, leadChanges, newLead } from './fields';
import { leadId, leadLocator } from './locator';
import { matchRows } from './matchRows';

const path = '/api/v1/lead/';

const source = leadLocator('sourceLeadId', 'Source Lead', 'The lead that is deleted');
const destination = leadLocator('destinationLeadId', 'Destination Lead', 'The lead that is kept');

const SAME_LEAD = {
	field: 'Destination Lead',
	wrong: "is the same as 'Source Lead'",
	fix: 'Choose two different leads',
};

/** Geniziz REST API, "Lead". */
export const lead = plainResource({
	value: 'lead',
	name: 'Lead',
	nouns: ['a lead', 'leads'],
	path,
	id: leadId,
	reading: reading(LEAD_FIELDS),
	operations: {
		create: { ...newLead, answer: documented({ key: 'id' }), repeat: 'ifNotTaken' },
		get: {},
		getAll: {},
		// The document shows the whole lead, of which an update needs nothing.
		update: { ...leadChanges, answer: undocumented(), repeat: 'always' },
		delete: { repeat: 'always' },
	},
	more: [
		single({
			value: 'merge',
			name: 'Merge',
			action: 'Merge leads',
			description: 'Move all that belongs to one lead to another, then delete the first',
			method: 'POST',
			path: `${path}merge/`,
			repeat: 'ifNotTaken',
			fields: [
				{ ...source, vendorName: 'source' },
				{ ...destination, vendorName: 'destination' },
				writeOptions(),
			],
			check: ({ sourceLeadId, destinationLeadId }) =>
				sourceLeadId === destinationLeadId ? [SAME_LEAD] : [],
			body: (input) => ({ source: input.sourceLeadId, destination: input.destinationLeadId }),
			answer: undocumented(),
			output: (record, input) => withId(record, input.destinationLeadId),
		}),
		single({
			value: 'move',
			name: 'Move',
			action: 'Move lead to another workspace',
			description:
				'Move a lead with all its records into another workspace. You must be an admin of both. Its status becomes a default one if the other workspace lacks it; owner, assignee and custom fields are cleared.',
			method: 'POST',
			path: `${path}{leadId}/move/`,
			repeat: 'ifNotTaken',
			fields: [
				leadId,
				idField('targetOrganizationId', 'Target Organization', {
					description: 'The ID of the workspace to move the lead to, as Geniziz has it there',
				}),
				writeOptions(),
			],
			body: (input) => ({ target_organization_id: input.targetOrganizationId }),
			answer: undocumented(),
			output: (record, input) => withId(record, input.leadId),
		}),
		...matchRows,
	],
});

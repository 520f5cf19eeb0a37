import { bodyFields } from '../../../shared/form/body';
import { field, type InputOf } from '../../../shared/form/field';
import { optionalWholeNumber } from '../../../shared/form/schema';
import { textField } from '../../../shared/form/textField';
import { additionalFields, bodyOf, changes } from '../body';
import { statusId } from '../fields';
import { leadId, optionalLeadId } from '../lead/locator';
import { value } from './value';

/** The fields of an opportunity that the document shows, by label. */
export const OPPORTUNITY_FIELDS = {
	confidence: 'Confidence',
	date_created: 'Date Created',
	id: 'ID',
	lead_id: 'Lead ID',
	note: 'Note',
	status_id: 'Status ID',
	value: 'Value',
	value_formatted: 'Value Formatted',
	value_period: 'Value Period',
};

const details = [
	statusId('searchOpportunityStatuses'),
	value,
	textField({
		displayName: 'Value Period',
		name: 'valuePeriod',
		placeholder: 'e.g. annual',
		description: 'How often the value is paid, in a word that Geniziz knows',
	}),
	field(
		{
			displayName: 'Confidence (%)',
			name: 'confidence',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 50,
			description: 'How likely it is won, from 0 to 100',
		},
		optionalWholeNumber({ min: 0, max: 100 }),
	),
	textField({
		displayName: 'Note',
		name: 'note',
		placeholder: 'e.g. Evaluating the Scale plan for 40 reps.',
	}),
] as const;

const newFields = bodyFields(
	{ lead_id: 'lead_2x9Qb1c3d4e5f6g7h8i9j0', value: 1_200_000, confidence: 60 },
	leadId,
	additionalFields(details),
);

/** Geniziz REST API, "Create opportunity". That it needs a lead is taken from its example. */
export const newOpportunity = {
	fields: newFields,
	body: ({ jsonBody, leadId: lead, additionalFields: more }: InputOf<typeof newFields>) =>
		jsonBody ?? bodyOf({ leadId: lead, ...more }),
};

/** Geniziz REST API, "Update opportunity". Its body is open: it is taken to be that of Create. */
export const opportunityChanges = changes(
	{ value: 1_200_000, confidence: 80 },
	[optionalLeadId],
	details,
);

import { columnsFields } from '../../../shared/form/columnMapping';
import { collection, field, shownFor, type InputOf } from '../../../shared/form/field';
import { checked, optionalMoment, text, textList, wholeNumber } from '../../../shared/form/schema';
import { textField } from '../../../shared/form/textField';
import { quote } from '../../../shared/values/text';
import { names } from '../../names';
import { slug, webhookUrl } from '../campaign/fields';
import { fieldsToReturn } from './fieldsToReturn';

/** "Rate Limits": up to 200 records per request. */
const LARGEST_BATCH = 200;

const campaignSlug = slug(
	"The campaign's identifier. One that does not exist yet is created. For a campaign made in Dashboard it is on the campaign's details page.",
);

const jobType = {
	...field(
		{
			displayName: 'Job Type',
			name: 'jobType',
			type: 'options',
			default: 'datahub',
			description:
				'What kind of campaign it is. More records must have the type of the first ones.',
			options: [
				{
					name: 'Dashboard Campaign',
					value: 'datahub',
					description: 'A campaign made in Dashboard, or one with any fields',
				},
				{
					name: 'Other',
					value: 'other',
					description: 'A type that LeadGenius or the sample code in Dashboard told you',
				},
				{
					name: 'Single Field',
					value: 'single_field',
					description: 'One field beside the identifying ones',
				},
			],
		},
		// Also any other value: an expression or an agent may give the type itself, and saved workflows
		// may hold standard_fields or contact_fields, which were choices once and no document names.
		text,
	),
	vendorName: 'type',
};

const otherJobType = shownFor(
	'jobType',
	['other'],
	textField(
		{
			displayName: 'Other Job Type',
			name: 'otherJobType',
			placeholder: 'e.g. my_job_type',
			description: "The value of 'type' in the sample code that Dashboard shows",
		},
		text,
	),
);

const [fields, otherFields] = fieldsToReturn('fields', 'otherFields');

export const columns = columnsFields(names, {
	description:
		'What is known of the record. An account needs a company name or website, a contact a last name or email, a lead both.',
	resourceMapperMethod: 'getRecordColumns',
	loadOptionsDependsOn: ['campaignSlug'],
	vendorName: 'records',
});

export const batchSize = field(
	{
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: LARGEST_BATCH },
		default: LARGEST_BATCH,
		description:
			'How many records to send in one request. LeadGenius takes 200 at most, and 50 requests a minute.',
	},
	wholeNumber({ min: 1, max: LARGEST_BATCH, default: LARGEST_BATCH }),
);

export const uploadWebhookUrl = webhookUrl(
	"Where LeadGenius tells which records are finalized. Leave it empty when the LeadGenius Trigger registers itself or the campaign's webhook is set in Dashboard.",
);

const recordIdList = checked<string[]>((value) => {
	const ids = textList.safeParse(value);
	const wrong = ids.success ? ids.data.find((id) => !/^\d+$/.test(id)) : value;
	if (!ids.success || wrong !== undefined) {
		return { wrong: `must hold record IDs, which are whole numbers, not ${quote(wrong)}` };
	}
	return { ok: ids.data };
});

const recordIds = field(
	{
		displayName: 'Record IDs',
		name: 'recordIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 123444, 123233',
		description:
			"Only these records, with commas between them. An expression may give a list, such as the 'records' of a LeadGenius notification.",
	},
	recordIdList,
);

const finalizedFrom = field(
	{
		displayName: 'Finalized From',
		name: 'finalizedFrom',
		type: 'dateTime',
		default: '',
		description: 'Only records that were finalized at this time or later',
	},
	optionalMoment,
);

const finalizedTo = field(
	{
		displayName: 'Finalized To',
		name: 'finalizedTo',
		type: 'dateTime',
		default: '',
		description: 'Only records that were finalized at this time or before',
	},
	optionalMoment,
);

/** Which records to retrieve. */
export const filters = collection(
	{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
	[recordIds, finalizedFrom, finalizedTo],
);

/** What every upload asks for, beside its options. */
export const uploadFields = [
	campaignSlug,
	jobType,
	otherJobType,
	fields,
	otherFields,
	...columns,
] as const;

export type UploadInput = InputOf<typeof uploadFields>;

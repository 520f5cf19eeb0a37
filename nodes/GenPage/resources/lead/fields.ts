import { columnsFields } from '../../../shared/form/columnMapping';
import { field, type InputOf } from '../../../shared/form/field';
import { writeOptions } from '../../../shared/form/options';
import { MEANING } from '../../../shared/form/meaning';
import { optionalText, optionalYesNo, wholeNumber, yesNo } from '../../../shared/form/schema';
import { simplify } from '../../../shared/form/simplify';
import { names } from '../../names';
import { audienceId } from '../audience/audience';
import { campaignId } from '../campaign/campaign';
import { timeoutSeconds } from '../job/fields';
import { workspaceId } from '../workspace/fields';

/** GenPage documents no largest batch; 200 keeps a request small and a failure cheap. */
const DEFAULT_BATCH_SIZE = 200;

const from = field(
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: 'n8n',
		placeholder: 'e.g. MyCompanyName',
		description: 'The name under which GenPage lists where the leads came from',
	},
	optionalText,
);

const columns = columnsFields(names, {
	description:
		"The lead's values. A new lead needs an email or a LinkedIn profile URL. Any further field becomes a variable for your pages.",
	resourceMapperMethod: 'getLeadColumns',
	loadOptionsDependsOn: ['workspaceId.value'],
});

const batchSize = field(
	{
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_BATCH_SIZE,
		description: 'How many leads to send in one request. Each request becomes one job in GenPage.',
	},
	wholeNumber({ min: 1, default: DEFAULT_BATCH_SIZE }),
);

const waitForCompletion = field(
	{
		displayName: 'Wait for Completion',
		name: 'waitForCompletion',
		type: 'boolean',
		default: false,
		description:
			'Whether to wait until the pages are made and output one item a lead with its genpage_url, instead of one item a job',
	},
	yesNo(false),
);

const sendUnknownColumns = field(
	{
		displayName: 'Send Unknown Columns',
		name: 'sendUnknownColumns',
		type: 'boolean',
		default: true,
		description:
			'Whether to also send columns that GenPage does not know yet; each becomes a variable of the workspace. When off, only documented columns and variables that the workspace has are sent. Where fields are matched by meaning, it is off unless you add it here.',
	},
	optionalYesNo,
);

/** What Create or Update asks for (GenPage API documentation, "Upsert leads"). */
export const upsertFields = [
	workspaceId,
	campaignId,
	audienceId,
	from,
	...columns,
	writeOptions(batchSize, waitForCompletion, timeoutSeconds, simplify, sendUnknownColumns),
] as const;

export type UpsertInput = InputOf<typeof upsertFields>;

/** Whether the fields of an item are matched by what they mean. */
export function isByMeaning({ mapping }: Pick<UpsertInput, 'mapping'>): boolean {
	return mapping === MEANING;
}

/** Whether columns are sent that GenPage may not know: what matching leaves is sent only if that is said. */
export function sendsUnknown(input: Pick<UpsertInput, 'mapping' | 'options'>): boolean {
	return input.options.sendUnknownColumns ?? !isByMeaning(input);
}

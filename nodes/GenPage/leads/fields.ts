import { columnsField } from '../../shared/columnsField';
import { field } from '../../shared/field';
import { optionalText, wholeNumber, yesNo } from '../../shared/schema';

/** GenPage documents no largest batch; 200 keeps a request small and a failure cheap. */
const DEFAULT_BATCH_SIZE = 200;

export const from = field(
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

export const columns = columnsField({
	description:
		"The lead's values. A new lead needs an email or a LinkedIn profile URL. Any further field becomes a variable for your pages.",
	resourceMapperMethod: 'getLeadColumns',
	loadOptionsDependsOn: ['workspaceId.value'],
});

export const batchSize = field(
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

export const waitForCompletion = field(
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

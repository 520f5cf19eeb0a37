import { field } from '../../../shared/form/field';
import { amount, yesNo } from '../../../shared/form/schema';
import { requiredTextField } from '../../../shared/form/textField';

const DEFAULT_TIME_LIMIT_S = 600;

export const jobId = requiredTextField({
	displayName: 'Job ID',
	name: 'jobId',
	placeholder: 'e.g. 1234567890',
	description: "The 'job_id' that Lead > Create or Update returned",
});

export const timeoutSeconds = field(
	{
		displayName: 'Time Limit (Seconds)',
		name: 'timeoutSeconds',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_TIME_LIMIT_S,
		description:
			'How long to wait for GenPage to finish. When it is over, the node stops with an error that holds the job ID; GenPage goes on.',
	},
	amount({ min: 0, default: DEFAULT_TIME_LIMIT_S }),
);

export const returnLeads = field(
	{
		displayName: 'Return Leads',
		name: 'returnLeads',
		type: 'boolean',
		default: false,
		description: "Whether to output the finished leads, one item each, instead of the job's status",
	},
	yesNo(false),
);

import { field } from '../../../shared/form/field';
import { yesNo } from '../../../shared/form/schema';
import { requiredTextField } from '../../../shared/form/textField';
import { timeLimit } from '../../../shared/form/timeLimit';

export const jobId = requiredTextField({
	displayName: 'Job ID',
	name: 'jobId',
	placeholder: 'e.g. 1234567890',
	description: "The 'job_id' that Lead > Create or Update returned",
});

export const timeoutSeconds = timeLimit('GenPage', 'job ID');

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

import { field } from '../../shared/field';
import { amount, yesNo } from '../../shared/schema';

const DEFAULT_TIME_LIMIT_S = 600;

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

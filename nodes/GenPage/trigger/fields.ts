import { field, type Field } from '../../shared/form/field';
import { checked, oneOf, partsOf } from '../../shared/form/schema';
import { simplify } from '../../shared/form/simplify';
import { triggerOptions } from '../../shared/form/triggerOptions';
import { quote, textOf } from '../../shared/values/text';
import { workspaceId } from '../resources/workspace/fields';

/** Job IDs as a list, or as text with commas, spaces or line breaks between them; each once. */
const jobIdList = checked<string[]>((value) => {
	const parts = partsOf(value, /[\s,;]+/);
	const wrong = parts.find((part) => textOf(part) === undefined);
	if (wrong !== undefined) return { wrong: `must hold job IDs, not ${quote(wrong)}` };
	const ids = parts.map((part) => String(part).trim()).filter((id) => id !== '');
	return ids.length > 0 ? { ok: [...new Set(ids)] } : { wrong: 'is empty' };
});

const event = field(
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'jobFinished',
		options: [
			{
				name: 'Job Completed',
				value: 'jobCompleted',
				description: 'When a job has ended well',
			},
			{
				name: 'Job Failed',
				value: 'jobFailed',
				description: 'When a job could not be finished',
			},
			{
				name: 'Job Finished',
				value: 'jobFinished',
				description: 'When a job has ended, well or not',
			},
		],
	},
	oneOf(['jobFinished', 'jobCompleted', 'jobFailed'], 'jobFinished'),
);

const jobIds = field(
	{
		displayName: 'Job IDs',
		name: 'jobIds',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1234567890, 1234567891',
		description:
			'The jobs to watch, with commas between them. An expression is read anew at every poll and may give a list, such as job IDs kept in a variable. Each finished job is output once.',
		hint: "GenPage has no list of jobs: use the 'job_id' that Lead > Create or Update returned",
	},
	jobIdList,
);

const output = field(
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		default: 'job',
		options: [
			{ name: 'Job', value: 'job', description: 'One item a job, with its status and numbers' },
			{ name: 'Leads', value: 'leads', description: 'One item a lead, with its page URL' },
		],
	},
	oneOf(['job', 'leads'], 'job'),
);

/** A field that matters for one choice of Output only. */
function forLeads<F extends Field>(shared: F): F {
	const displayOptions = { show: { output: ['leads'] } };
	return { ...shared, property: { ...shared.property, displayOptions } };
}

/** The fields of the GenPage Trigger, in the order of its form. */
export const triggerFields = [
	event,
	jobIds,
	output,
	workspaceId,
	forLeads(simplify),
	triggerOptions(),
] as const;

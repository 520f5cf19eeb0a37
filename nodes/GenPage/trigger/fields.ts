import type { IDisplayOptions } from 'n8n-workflow';
import { field, shownFor, type Field, type InputOf } from '../../shared/form/field';
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

/** Shown since version 2 of the node; n8n takes the preset of 'Jobs' for its value in version 1 too. */
const SINCE_2: IDisplayOptions['show'] = { '@version': [{ _cnd: { gte: 2 } }] };

/** Where the jobs to watch come from. */
const SOURCES = ['workflow', 'credential', 'ids'] as const;

/** @param preset what counts where nothing was chosen */
function jobsField(preset: (typeof SOURCES)[number]) {
	return field(
		{
			displayName: 'Jobs',
			name: 'jobs',
			type: 'options',
			noDataExpression: true,
			default: preset,
			options: [
				{
					name: 'Job IDs',
					value: 'ids',
					description: 'The jobs whose IDs you enter',
				},
				{
					name: 'Sent by Any Workflow',
					value: 'credential',
					description: "The jobs that GenPage nodes send with this trigger's credential",
				},
				{
					name: 'Sent by This Workflow',
					value: 'workflow',
					description:
						"The jobs that the GenPage nodes of this workflow send with this trigger's credential",
				},
			],
			description: 'Which jobs to watch: those that Lead > Create or Update sends from now on',
			displayOptions: { show: SINCE_2 },
		},
		oneOf(SOURCES, preset),
	);
}

const sentNotice = field(
	{
		displayName:
			'In queue mode n8n sends the jobs from another process, and this trigger does not hear of them: use the template <a href="https://github.com/n8n-nodes-outbound/n8n-nodes-outbound/blob/main/workflows/genpage-jobs-in-a-table.json">genpage-jobs-in-a-table</a> instead. Jobs for which the node itself waits are not watched.',
		name: 'sentNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { ...SINCE_2, jobs: ['workflow', 'credential'] } },
	},
	oneOf([''], ''),
);

const typedIds = field(
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
const simplifyLeads = withDisplay(simplify, { output: ['leads'] });

function withDisplay<F extends Field>(shown: F, show: IDisplayOptions['show']): F {
	return { ...shown, property: { ...shown.property, displayOptions: { show } } };
}

const jobIds = withDisplay(shownFor('jobs', ['ids'], typedIds), { ...SINCE_2, jobs: ['ids'] });

const rest = [output, workspaceId, simplifyLeads, triggerOptions()] as const;

/**
 * The fields of the GenPage Trigger.
 *
 * @param version of the node: the first one knows no jobs but those that are listed
 */
export function fieldsOf(version: number) {
	const jobs = jobsField(version === 1 ? 'ids' : 'workflow');
	return [event, jobs, sentNotice, jobIds, ...rest] as const;
}

/** The checked values of the trigger's form. */
export type Settings = InputOf<ReturnType<typeof fieldsOf>>;

/** The form of all versions of the GenPage Trigger. */
export const triggerProperties = [
	event,
	jobsField('workflow'),
	sentNotice,
	withDisplay(typedIds, { '@version': [1] }),
	jobIds,
	...rest,
].map(({ property }) => property);

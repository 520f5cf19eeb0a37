import { field } from '../../shared/field';
import type { Operation } from '../../shared/operation';
import { prepareBatches } from '../../shared/operations/sendBatches';
import { options } from '../../shared/options';
import type { Run } from '../../shared/run';
import { amount } from '../../shared/schema';
import { simplify } from '../../shared/simplify';
import { batchSize } from '../records/fields';
import { campaignOf, uploadBody, uploadFields, uploading } from '../records/upload';
import type { RecordValues } from '../records/values';
import { Wait } from './wait';

const limitWaitTime = field(
	{
		displayName: 'Limit Wait Time (Hours)',
		name: 'limitWaitTime',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'How long to wait for LeadGenius at most. When the time is over, n8n goes on with the input items as they are, and the campaign keeps the address of this execution. 0 is no limit.',
	},
	amount({ min: 0, default: 0 }),
);

const row = {
	...uploading,
	value: 'uploadAndWait',
	name: 'Upload and Wait',
	action: 'Upload record and wait',
	description:
		'Send records to be enriched and go on when LeadGenius has finished them, which may take days. The execution sleeps in the database meanwhile.',
	fields: [...uploadFields, options(batchSize, limitWaitTime, simplify)],
} as const;

/** Upload and Wait: the design's "Waiting for other people's work". */
export const uploadAndWait: Operation = {
	...row,
	prepare(run: Run, items: readonly number[]) {
		const wait = new Wait(run);
		const isTool = run.context.isToolExecution();
		const send = prepareBatches(
			run,
			{
				...row,
				element: (input, item) => (isTool ? { issues: [NOT_AS_TOOL] } : row.element(input, item)),
				before: async (input, call) => await wait.open(input.campaignSlug, call),
				groupBy: campaignOf,
				body: (input, records: readonly RecordValues[]) =>
					uploadBody(input, records, wait.resumeUrl),
			},
			items,
		);
		return async () => {
			const sent = await send().catch(async (error: unknown) => {
				await wait.giveUp();
				throw error;
			});
			run.afterAll(async () => await wait.sleep(sent));
		};
	},
};

const NOT_AS_TOOL = {
	field: 'Operation',
	wrong: "is 'Upload and Wait', which an AI agent cannot wait for",
	fix: "Choose 'Upload', and let the LeadGenius Trigger handle the finalized records",
};

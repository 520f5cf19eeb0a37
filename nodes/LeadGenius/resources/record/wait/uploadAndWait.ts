import { field } from '../../../../shared/form/field';
import { options } from '../../../../shared/form/options';
import { amount } from '../../../../shared/form/schema';
import { simplify } from '../../../../shared/form/simplify';
import { checkEntries, sendBatches } from '../../../../shared/operations/batch';
import type { Operation } from '../../../../shared/run/operation';
import type { Run } from '../../../../shared/run/run';
import { batchSize, uploadFields } from '../fields';
import { uploadBody, uploading } from '../upload';
import type { RecordValues } from '../values';
import { Wait, type WaitInput } from './wait';

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

const NOT_AS_TOOL = {
	field: 'Operation',
	wrong: "is 'Upload and Wait', which an AI agent cannot wait for",
	fix: "Choose 'Upload', and let the LeadGenius Trigger handle the finalized records",
};

/** Upload and Wait: the design's "Waiting for other people's work". */
export const uploadAndWait: Operation = {
	...row,
	prepare(run: Run, items: readonly number[]) {
		const wait = new Wait(run, row);
		const sending = {
			...row,
			check: run.context.isToolExecution() ? () => ({ issues: [NOT_AS_TOOL] }) : row.check,
			body: (input: WaitInput, records: readonly RecordValues[]) =>
				uploadBody(input, records, wait.resumeUrl),
		};
		const entries = checkEntries(run, sending, items);
		return async () => {
			const send = async () => await sendBatches(run, sending, await wait.open(entries));
			const taken = await send().catch(async (error: unknown) => {
				await wait.giveUp();
				throw error;
			});
			run.afterAll(async () => await wait.sleep(taken));
		};
	},
};

// The GenPage Trigger with the jobs that its workflow sends, in each of the three ways in which n8n polls.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateWith } from '../../demo/templates.mts';
import { TARGET, writeLeads } from './support/pages.mts';
import { EVERY_FIVE_SECONDS, WAYS } from './support/poll.mts';
import { emailsOf, jobsIn, outputs, stored } from './support/runs.mts';
import { useStage } from './support/stage.mts';

const TRIGGER = 'When a Job Has Finished';
const folder = mkdtempSync(join(tmpdir(), 'outbound-sent-'));
const emails = ['ada@x.example', 'bob@x.example'];

describe.each(WAYS)('polled %s', (_, env) => {
	const stage = useStage({ ...env, N8N_RESTRICT_FILE_ACCESS_TO: folder });

	test('emits each job once, also when n8n is killed while one is pending', async () => {
		const { n8n, sandbox } = stage;
		// Pending when it is polled for the first time, finished soon after n8n is back.
		await sandbox.reset({ leadsPerSecond: 0.1 });
		const workflow = templateWith('genpage-finished-jobs', {
			[TRIGGER]: { pollTimes: EVERY_FIVE_SECONDS },
			'Read Leads File': { fileSelector: writeLeads(folder, 'leads.csv', emails) },
			'Send Leads': TARGET,
		});
		const id = await stored(stage, workflow);
		await n8n.publish(id);
		const sent = await n8n.run(id, { startNode: 'Start' });
		expect(sent.error).toBeUndefined();
		expect(sent.customData).toEqual({ GenPage_requests: '1' });

		const noted = await n8n.waitForExecution(id, { after: sent.id });
		expect(noted).toMatchObject({ mode: 'trigger', status: 'success' });
		expect(noted.data[TRIGGER]?.items).toEqual([]);
		expect(noted.data['Page Links']).toBeUndefined();
		await n8n.kill();
		await n8n.start();

		const finished = await n8n.waitForExecution(id, { after: noted.id });
		expect(emailsOf(finished.data['Page Links']?.items ?? [])).toEqual(emails);

		const again = await n8n.run(id, { startNode: 'Start' });
		const [first, second] = [sent, again].flatMap((run) => jobsIn(run, 'Send Leads'));
		// Two leads a job: one that was emitted twice would be too many.
		const leads = await outputs(stage, id, TRIGGER, 2 * emails.length);
		expect(leads.map(({ json }) => json.job_id)).toEqual([first, first, second, second]);
	});
});

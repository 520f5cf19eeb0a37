import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCredentials, type Credentials } from '../../../demo/credentials.mts';
import { templateWith } from '../../../demo/templates.mts';
import type { Workflow } from '../../../host/workflow.mts';
import type { SandboxProcess } from '../../../sandbox/client.mts';

const locator = (value: string) => ({ __rl: true, mode: 'id', value });

/** What the sandbox has. */
export const TARGET = {
	workspaceId: locator('16'),
	campaignId: locator('1'),
	audienceId: locator('1'),
};

/** The template that the README and the demo show, ready to run on a CSV file. */
export function pagesWorkflow(credentials: Credentials, file: string): Workflow {
	const workflow = templateWith('csv-to-genpage-pages', {
		'Read Leads File': { fileSelector: file },
		'Create Pages': TARGET,
	});
	return withCredentials(workflow, credentials);
}

/** The same workflow in which a node goes on when an item fails. */
export function goingOn(workflow: Workflow, node: string): Workflow {
	const nodes = workflow.nodes.map((each) =>
		each.name === node ? { ...each, onError: 'continueRegularOutput' } : each,
	);
	return { ...workflow, nodes };
}

/** Writes a CSV file of leads and returns its path. */
export function writeLeads(folder: string, name: string, emails: readonly string[]): string {
	const rows = emails.map((email, index) => `${email},First ${index},Company ${index}`);
	const file = join(folder, name);
	writeFileSync(file, ['email,first_name,company_name', ...rows].join('\n'));
	return file;
}

/** Sends leads as any program could and returns the job's ID. */
export async function startJob(
	{ url, token }: SandboxProcess,
	name: string,
	leads: number,
): Promise<string> {
	const values = Array.from({ length: leads }, (_, index) => ({
		values: { email: `${name}-${index}@x.example` },
	}));
	const response = await fetch(`${url}/api/external/v1/leads/upsert-leads`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify({ from: 'test', campaign_id: 1, audience_id: 1, leads: values }),
	});
	const answer: unknown = await response.json();
	if (typeof answer !== 'object' || answer === null || !('job_id' in answer))
		throw new Error('No job');
	return String(answer.job_id);
}

// What has come out of a workflow's nodes, over all of its executions.
import { withCredentials } from '../../../demo/credentials.mts';
import { hasEnded, type Execution, type Item } from '../../../host/execution.mts';
import type { Workflow } from '../../../host/workflow.mts';
import { until } from '../../../host/until.mts';
import type { Stage } from './stage.mts';

/** Stores a workflow with its credentials and returns its ID. */
export async function stored({ n8n, credentials }: Stage, workflow: Workflow): Promise<string> {
	const [its] = await n8n.importWorkflows([withCredentials(workflow, credentials)]);
	return its?.id ?? '';
}

/** Waits until so many items came out of a node, and returns all that did, oldest first. */
export async function outputs(
	{ n8n }: Stage,
	workflowId: string,
	node: string,
	count: number,
): Promise<Item[]> {
	const itemsUntilNow = async () => {
		const runs = (await n8n.executions(workflowId)).filter(({ status }) => hasEnded(status));
		const whole = await Promise.all(runs.map(async ({ id }) => await n8n.execution(id)));
		return whole.toReversed().flatMap(({ data }) => data[node]?.items ?? []);
	};
	return await until(itemsUntilNow, ({ length }) => length >= count);
}

/** What came out of a node in an execution. */
export function outOf({ data }: Execution, node: string): Array<Record<string, unknown>> {
	return (data[node]?.items ?? []).map(({ json }) => json);
}

/** The emails in items. */
export function emailsOf(items: readonly Item[]): unknown[] {
	return items.map(({ json }) => json.email);
}

/** The job IDs in what came out of a node. */
export function jobsIn({ data }: Execution, node: string): unknown[] {
	return (data[node]?.items ?? []).map(({ json }) => json.job_id);
}

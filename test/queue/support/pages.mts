import type { Workflow } from '../../../host/workflow.mts';
import { chain, node } from '../../e2e/support/chain.mts';
import { TARGET } from '../../e2e/support/pages.mts';

/** A workflow that makes pages of leads and waits for them. @param code makes the leads, in JavaScript */
export function pagesWorkflow(code: string): Workflow {
	return chain('GenPage upsert', [
		node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
		{ ...node('Leads', 'n8n-nodes-base.code', 1, { jsCode: code }), typeVersion: 2 },
		node('Pages', 'n8n-nodes-outbound.genPage', 2, {
			...TARGET,
			resource: 'lead',
			operation: 'upsert',
			columns: { mappingMode: 'autoMapInputData', value: null },
			options: { waitForCompletion: true },
		}),
	]);
}

import type { NodeExecutionHint } from 'n8n-workflow';

/** A hint above the output. */
export function hint(message: string, type: NodeExecutionHint['type']): NodeExecutionHint {
	return { message, type, location: 'outputPane' };
}

// What goes wrong all the time: a fault every two seconds, at one vendor after the other.
import type { FaultRuleInput, SandboxProcess } from '../../sandbox/client.mts';
import { doOver } from './until.mts';

const PLACES = [
	'/api/external/v1/leads/',
	'/api/v1/lead/',
	'/integrations/v1/contacts',
	'/api/connect/contacts',
	'/api/v1/enrichment/upload/',
	'/api/v1/enrichment/retrieve/',
];

const FAULTS: readonly FaultRuleInput[] = [
	{ kind: 'rateLimit', retryAfter: 1 },
	{ kind: 'status', status: 500, body: { message: 'Oops' } },
	{ kind: 'reset' },
	{ kind: 'status', status: 503, body: 'Busy', headers: { 'retry-after': '1' } },
	{ kind: 'reset', when: 'after' },
	{ kind: 'html', status: 502 },
	{ kind: 'resetMidBody', when: 'after' },
	{ kind: 'slow', ms: 3_000 },
	{ kind: 'truncated', when: 'after' },
	{ kind: 'hang' },
	{ kind: 'status', status: 500, body: { message: 'Oops' }, when: 'after' },
];

/** Puts them in until the signal comes. There is a prime number of them: each comes to each place. */
export async function makeFaults(sandbox: SandboxProcess, signal: AbortSignal): Promise<void> {
	await doOver(signal, 2_000, async (turn) => {
		const fault = FAULTS[turn % FAULTS.length];
		const path = PLACES[turn % PLACES.length];
		if (fault) await sandbox.fault({ ...fault, path });
	});
}

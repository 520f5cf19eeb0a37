import type { Run } from '../../../../shared/run/run';
import type { Client } from '../../../../shared/transport/client';
import { isOutOfReach } from '../../../../shared/webhooks/reach';
import { vendor } from '../../../vendor';

/**
 * What is known before LeadGenius is asked anything.
 *
 * @param resumeUrl the execution's own address
 * @throws NodeOperationError when LeadGenius is on the internet and the resume URL is not
 */
export function requireReach(client: Client, resumeUrl: string): void {
	if (!isOutOfReach(resumeUrl, client.base)) return;
	const { origin } = new URL(resumeUrl);
	throw client.gaveUp(
		`LeadGenius could not wake this execution up: n8n's address, ${origin}, is a private one`,
		"Set the environment variable WEBHOOK_URL of n8n to the address at which it can be reached from the internet. If something hands LeadGenius's calls on to this address, switch on 'Allow Private Resume Address' in Options. Nothing was uploaded.",
	);
}

/** @throws NodeOperationError when the records could not be fetched once the execution is woken up */
export async function requireOwnKey(run: Run, client: Client): Promise<void> {
	if (!(await run.hasKeyOfItem())) return;
	throw client.gaveUp(
		`LeadGenius could not wake this execution up: its credential '${vendor.credentialName}' depends on the item`,
		"LeadGenius's call has no items by which the credential could be known. Choose a credential without expressions that read the item, such as one for each client in a workflow of its own. Nothing was uploaded.",
	);
}

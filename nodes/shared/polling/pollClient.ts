import type { IPollFunctions } from 'n8n-workflow';
import { openClient, type Client } from '../transport/client';
import type { Vendor } from '../vendor';
import type { RequestSettings } from '../values/requestSettings';

/**
 * Opens the way to the vendor for a poll. It has time: of the vendor's limit it leaves room to the other
 * operations of the credential, unless somebody waits for it in the editor.
 *
 * @param what what is asked for, as errors name it: 'Watch contacts'
 * @throws NodeApiError when the credential's Base URL is not a web address
 */
export async function openPollClient(
	context: IPollFunctions,
	vendor: Vendor,
	what: string,
	settings: RequestSettings,
): Promise<Client> {
	const leavesRoom = context.getMode() !== 'manual';
	return await openClient(context, vendor, what, { ...settings, leavesRoom });
}

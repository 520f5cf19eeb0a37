import type { Call } from './operations/call';
import { DEFAULT_SETTINGS, type RequestSettings } from './transport/request';
import type { RequestContext } from './transport/exchange';
import { Transport } from './transport/transport';
import type { Vendor } from './vendor';

/** Whoever asks the vendor: an operation's call, a trigger or a form. */
export type Asker = Pick<Call, 'base' | 'send' | 'unexpected'>;

/**
 * Opens the way to the vendor where no items are handled, such as in a trigger.
 *
 * @param what what is asked for, as errors name it: 'Watch job 1234567890'
 * @param settings how long it may take, and how long be repeated
 * @throws NodeApiError when the credential's Base URL is not a web address
 */
export async function openAsker(
	context: RequestContext,
	vendor: Vendor,
	what: string,
	settings: RequestSettings = DEFAULT_SETTINGS,
): Promise<Asker> {
	const transport = await Transport.open(context, vendor);
	return askerOf(transport, what, settings);
}

/** The same, through a door that is open already. */
export function askerOf(
	transport: Transport,
	what: string,
	settings: RequestSettings = DEFAULT_SETTINGS,
): Asker {
	const purpose = { what };
	return {
		base: transport.base,
		send: async (request) => await transport.send(request, settings, purpose),
		unexpected: (answer, why) => transport.unexpected(answer, why, purpose),
	};
}

import type { Asker } from '../../shared/asker';
import type { Call } from '../../shared/operations/call';
import { setWebhookUrl, webhookUrlOf } from '../campaigns/webhookUrl';

/**
 * Looks where a campaign sends its notifications before an execution takes them.
 *
 * @param resumeUrl the address of this execution
 * @returns where it sends them now, undefined when LeadGenius does not tell
 * @throws NodeApiError; Error when another execution is waiting for the same campaign: a campaign
 *   tells one address only, so the other one would wait for ever
 */
export async function addressBefore(
	call: Call,
	slug: string,
	resumeUrl: string,
): Promise<string | undefined> {
	const before = await webhookUrlOf(call, slug);
	if (before && isWaitingAddress(before, resumeUrl)) {
		throw call.gaveUp(
			`Another execution is waiting for the campaign '${slug}'`,
			`If that one was stopped, or its time limit is over, empty the Webhook URL of the campaign with Campaign > Update. Otherwise upload to a campaign of this execution's own, e.g. with the slug ${slug}-{{ $execution.id }}: a campaign tells one address only which records are finalized.`,
		);
	}
	return before;
}

/**
 * Gives a campaign the address back that it had before, if it still has the execution's. A failure
 * is left alone: the records are what the execution waited for.
 */
export async function giveBack(
	asker: Asker,
	campaign: { readonly slug: string; readonly before?: string },
	resumeUrl: string,
): Promise<void> {
	const restore = async () => {
		if ((await webhookUrlOf(asker, campaign.slug)) !== resumeUrl) return;
		await setWebhookUrl(asker, campaign.slug, campaign.before ?? '');
	};
	await restore().catch(() => {});
}

/** Whether an address is that of a waiting execution of this n8n: only its last part differs. */
function isWaitingAddress(url: string, resumeUrl: string): boolean {
	if (!URL.canParse(url) || !URL.canParse(resumeUrl)) return false;
	const [one, own] = [new URL(url), new URL(resumeUrl)];
	const folder = ({ origin, pathname }: URL) => origin + pathname.replace(/[^/]*$/, '');
	return folder(one) === folder(own) && one.pathname !== own.pathname;
}

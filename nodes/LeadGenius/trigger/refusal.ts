import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { ownUrl, type Held } from '../../shared/webhooks/registration';

/**
 * The error for a campaign that is not taken, since it sends its notifications elsewhere, or may do so.
 * Of an address only the host is said: the rest may hold a token.
 */
export function isHeld(context: IHookFunctions, slug: string, held: Held): NodeOperationError {
	const isTest = context.getMode() === 'manual';
	const options = {
		description: isTest ? adviceForTest(held) : adviceFor(held, hostOf(ownUrl(context))),
	};
	return new NodeOperationError(context.getNode(), whatHolds(slug, held, ownUrl(context)), options);
}

function whatHolds(slug: string, { holder, url }: Held, own: string): string {
	const host = hostOf(url);
	switch (holder) {
		case 'unknown':
			return `LeadGenius does not tell where the campaign '${slug}' sends its notifications`;
		case 'copy':
			return `The campaign '${slug}' already sends its notifications to this workflow on another n8n, ${host}`;
		default: {
			const whom = host === hostOf(own) ? 'another workflow or execution of this n8n' : host;
			return `The campaign '${slug}' already sends its notifications to ${whom}`;
		}
	}
}

function adviceFor({ holder }: Held, own: string): string {
	switch (holder) {
		case 'unknown':
			return `This workflow could take them from another one, or from a copy of itself on another n8n. If nothing else uses the campaign, enter ${own} as 'Address of This n8n' in Options: a copy on another n8n then takes nothing. Or set 'Registration' to 'Manual'.`;
		case 'copy':
			return `A campaign tells one address only. Unpublish the workflow there, or use another campaign. If that n8n is gone, or is this one under its former address, switch on 'Replace Existing Webhook' in Options and enter ${own} as 'Address of This n8n'.`;
		default:
			return "A campaign tells one address only. Unpublish the workflow that uses it, use another campaign, or switch on 'Replace Existing Webhook' in Options.";
	}
}

function adviceForTest({ holder }: Held): string {
	return holder === 'unknown'
		? "A test could take them from another workflow for good. Publish this workflow: a test is then shown what comes, and production has it all the same. Or set 'Registration' to 'Manual', and enter the Test URL in the campaign for as long as you test."
		: 'A campaign tells one address only, and a test takes it from nobody. Unpublish the workflow that uses it while you test, or test with another campaign.';
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).origin : 'another address';
}

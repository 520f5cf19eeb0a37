import { checked } from '../../../shared/form/schema';
import { textField } from '../../../shared/form/textField';
import { isBlank, quote } from '../../../shared/values/text';

/** "Creating an API Campaign": letters, numbers, underscores, or hyphens, but not spaces. */
const slugText = checked<string>((value) => {
	if (isBlank(value)) return { wrong: 'is empty' };
	const given = typeof value === 'number' ? String(value) : value;
	if (typeof given === 'string' && /^[\w-]+$/.test(given.trim())) return { ok: given.trim() };
	return {
		wrong: `must be letters, numbers, underscores and hyphens without spaces, not ${quote(value)}`,
	};
});

/** The field for a campaign's slug, described for its operation. */
export function slug(description: string) {
	const named = textField(
		{
			displayName: 'Campaign Slug',
			name: 'campaignSlug',
			required: true,
			placeholder: 'e.g. your-campaign-name-here',
			description,
		},
		slugText,
	);
	return { ...named, vendorName: 'slug' };
}

export const campaignSlug = slug(
	"The campaign's identifier. It is on the campaign's details page in Dashboard, or the slug that you uploaded with.",
);

/** A web address that may be left empty. */
const webUrl = checked<string | undefined>((value) => {
	if (isBlank(value)) return { ok: undefined };
	const given = typeof value === 'string' ? value.trim() : '';
	const { protocol } = URL.canParse(given) ? new URL(given) : { protocol: '' };
	if (protocol === 'https:' || protocol === 'http:') return { ok: given };
	return { wrong: `must be a web address such as https://example.com/hook, not ${quote(value)}` };
});

/** Where LeadGenius tells which records are finalized. */
export function webhookUrl(description: string) {
	return textField(
		{
			displayName: 'Webhook URL',
			name: 'webhookUrl',
			placeholder: 'e.g. https://n8n.example.com/webhook/leadgenius',
			description,
		},
		webUrl,
	);
}

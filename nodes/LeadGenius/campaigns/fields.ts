import { field } from '../../shared/field';
import { checked, isBlank, quote } from '../../shared/schema';

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
	const shown = field(
		{
			displayName: 'Campaign Slug',
			name: 'campaignSlug',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. your-campaign-name-here',
			description,
		},
		slugText,
	);
	return { ...shown, vendorName: 'slug' };
}

export const campaignSlug = slug(
	"The campaign's identifier. It is on the campaign's details page in Dashboard, or the slug that you uploaded with.",
);

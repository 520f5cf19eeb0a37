import { checked, isBlank, quote } from '../../shared/schema';

/** A web address that may be left empty. */
export const webUrl = checked<string | undefined>((value) => {
	if (isBlank(value)) return { ok: undefined };
	const given = typeof value === 'string' ? value.trim() : '';
	const { protocol } = URL.canParse(given) ? new URL(given) : { protocol: '' };
	if (protocol === 'https:' || protocol === 'http:') return { ok: given };
	return { wrong: `must be a web address such as https://example.com/hook, not ${quote(value)}` };
});

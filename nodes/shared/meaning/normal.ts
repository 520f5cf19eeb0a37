/** Hosts whose addresses belong to anybody, by what stands before the top-level domain. */
const FREE_MAIL =
	/^(gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|mail|inbox|proton|protonmail|pm|tutanota|fastmail|hey|zoho|zohomail|yandex|qq|163|126|sina|naver|hanmail|daum|rediffmail|t-online|freenet|orange|wanadoo|free|laposte|sfr|libero|virgilio|tiscali|comcast|verizon|att|sbcglobal|bellsouth|cox|charter|btinternet|ntlworld|bigpond|optusnet|shaw|rogers|sympatico|telus|uol|bol|terra|seznam|wp|onet|o2|interia)\.[a-z]{2,3}(\.[a-z]{2})?$/;

/** The domain in a web address or a domain: 'https://www.acme.com/about' is 'acme.com'. */
export function domainIn(address: string): string | undefined {
	const host = address
		.trim()
		.replace(/^[a-z]+:\/\//i, '')
		.replace(/[/?#:\s].*$/, '')
		.replace(/^www\./i, '')
		.toLowerCase();
	return /^[^\s.@]+(\.[^\s.@]+)+$/.test(host) ? host : undefined;
}

/** The company's domain in an email address; undefined where the host gives addresses to anybody. */
export function domainOfEmail(email: string): string | undefined {
	const domain = domainIn(email.replace(/^.*@/, ''));
	return domain === undefined || FREE_MAIL.test(domain) ? undefined : domain;
}

/** Small words that begin a last name: 'Ludwig van Beethoven'. */
const PARTICLES: readonly string[] = [
	...['van', 'von', 'de', 'da', 'di', 'del', 'della', 'der', 'den', 'la', 'le', 'du', 'dos', 'das'],
	...['ter', 'ten', 'zu', 'zur', 'bin', 'ibn', 'al', 'el', 'st.'],
];

/**
 * A full name in two: the last word, with the small words in front of it, is the last name. 'Lovelace,
 * Ada' is turned round. A single word is a first name.
 */
export function splitName(name: string): { first: string; last: string } {
	const turned = /^([^,]+),\s*([^,]+)$/.exec(name.trim());
	if (turned) return { first: (turned[2] ?? '').trim(), last: (turned[1] ?? '').trim() };
	const words = name.trim().split(/\s+/);
	let at = Math.max(words.length - 1, 1);
	while (at > 1 && PARTICLES.includes((words[at - 1] ?? '').toLowerCase())) at--;
	return { first: words.slice(0, at).join(' '), last: words.slice(at).join(' ') };
}

/** Whether a number of employees is one number. */
export function isNumber(value: unknown): boolean {
	return /^\d[\d.,\s]*$/.test(String(value).trim());
}

/** Whether it is a range, such as '51-200' or '10,001+'. */
export function isRange(value: unknown): boolean {
	return !isNumber(value) && /\d/.test(String(value));
}

/** Whose page an address of LinkedIn's is; undefined where it does not tell. */
export function pageOwner(address: string): 'person' | 'company' | undefined {
	const [, kind] = /linkedin\.com\/(in|pub|company|school|showcase)\//i.exec(address) ?? [];
	if (kind === undefined) return undefined;
	return /^(in|pub)$/i.test(kind) ? 'person' : 'company';
}

/** Hosts where people of all companies have their mail, by what stands before the top-level domain. */
const FREE_MAIL =
	/^(gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|mail|inbox|proton|protonmail|pm|tutanota|fastmail|hey|zoho|zohomail|yandex|qq|163|126|sina|naver|hanmail|daum|rediffmail|t-online|freenet|orange|wanadoo|free|laposte|sfr|libero|virgilio|tiscali|comcast|verizon|att|sbcglobal|bellsouth|cox|charter|btinternet|ntlworld|bigpond|optusnet|shaw|rogers|sympatico|telus|uol|bol|terra|seznam|wp|onet|o2|interia)\.[a-z]{2,3}(\.[a-z]{2})?$/;

/**
 * The domain of a web address, or one that is written alone: 'https://www.Acme.example/team' and
 * 'acme.example' are one.
 *
 * @returns undefined for text that holds none, such as an email address
 */
export function domainOf(text: string): string | undefined {
	const given = text.trim();
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `https://${given}`;
	if (given === '' || !URL.canParse(address)) return undefined;
	const { hostname, username } = new URL(address);
	const host = hostname.replace(/^www\./, '').replace(/\.$/, '');
	if (username !== '') return undefined;
	return /^[^\s.@]+(\.[^\s.@]+)+$/.test(host) ? host : undefined;
}

/** The domain of an email address; undefined for text that is none. */
export function emailDomainOf(email: string): string | undefined {
	const [, domain] = /^[^\s@]+@([^\s@/]+)$/.exec(email.trim()) ?? [];
	return domain === undefined ? undefined : domainOf(domain);
}

/** The domain of the company that an email address is at; undefined for one of a host for everybody. */
export function companyDomainOf(email: string): string | undefined {
	const domain = emailDomainOf(email);
	return domain === undefined || FREE_MAIL.test(domain) ? undefined : domain;
}

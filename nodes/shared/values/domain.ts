/** Where people of all companies have their mail: such a host tells nothing of a company. */
const FREE_MAIL = new Set(
	`aol.com fastmail.com free.fr gmail.com googlemail.com gmx.at gmx.ch gmx.com gmx.de gmx.net hey.com
	hotmail.co.uk hotmail.com hotmail.de hotmail.fr icloud.com laposte.net libero.it live.com mac.com
	mail.com mail.ru me.com msn.com orange.fr outlook.com outlook.de pm.me proton.me protonmail.com qq.com
	t-online.de tutanota.com web.de yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.de yahoo.fr
	yandex.com yandex.ru ymail.com zoho.com 126.com 163.com`.split(/\s+/),
);

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
	return domain === undefined || FREE_MAIL.has(domain) ? undefined : domain;
}

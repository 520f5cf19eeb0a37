import { one, row, rows, type Names } from '../shared/meaning/names';

/**
 * What Geniziz calls what it knows of a lead, which is a company (Geniziz REST API, "Create lead").
 * What phones are for is in their type, of which the document shows 'office' only; no list of types
 * is documented.
 */
export const names: Names = {
	vendor: 'Geniziz',
	lone: 'company',
	targets: [
		one('name', 'companyName'),
		one('url', 'website', 'domain'),
		one('industry', 'industry'),
		rows('emails', 'email', [['email', undefined]]),
		rows('phones', 'phone', [
			['companyPhone', 'office'],
			['phone', 'direct'],
			['workPhone', 'work'],
			['mobilePhone', 'mobile'],
			['homePhone', 'home'],
			['otherPhone', 'other'],
		]),
		row('addresses', { city: 'companyCity', country: 'companyCountry' }),
	],
};

/** The same of a new lead. That it needs a name is taken from the document's example. */
export const newNames: Names = { ...names, needs: [['name']] };

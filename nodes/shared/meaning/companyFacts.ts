import { CITY, COUNTRY, LINKEDIN, PHONE, RECORD_ID, STATE, type FactShape } from './shape';

/** What is known of a company. facts.ts says whose spellings these are. */
export const COMPANY_FACTS = {
	companyName: {
		label: 'Company name',
		of: 'company',
		sure: [
			['company name', 'company', 'organization name', 'account name', 'company account'],
			['organization', 'organisation', 'account', 'employer', 'business name'],
		],
		plain: ['name'],
	},
	companyShortName: {
		label: 'Company name, informal',
		of: 'company',
		sure: [['company name for emails', 'company name for email', 'company name informal']],
	},
	domain: {
		label: 'Company domain',
		of: 'company',
		tells: true,
		sure: [['domain', 'domain name', 'website domain', 'primary domain']],
	},
	website: {
		label: 'Company website',
		of: 'company',
		tells: true,
		sure: [['website', 'website url', 'homepage', 'company url']],
		plain: ['url'],
	},
	companyLinkedin: {
		label: 'LinkedIn of the company',
		of: 'company',
		tells: true,
		sure: [['linkedin company page', 'linkedin company url']],
		plain: LINKEDIN,
	},
	companyPhone: {
		label: 'Company phone',
		of: 'company',
		many: true,
		sure: [['corporate phone', 'headquarters phone']],
		plain: [...PHONE, 'office phone', 'main phone'],
	},
	industry: { label: 'Industry', of: 'company', tells: true, sure: [['industry']] },
	employees: {
		label: 'Employees',
		of: 'company',
		tells: true,
		sure: [
			['num employees exact', 'number of employees exact', 'employees exact'],
			[
				'employees',
				'number of employees',
				'employee count',
				'num employees',
				'no of employees',
				'headcount',
				'company size',
				'estimated num employees',
			],
			['employees range', 'employee range', 'size range'],
		],
	},
	revenue: {
		label: 'Annual revenue',
		of: 'company',
		tells: true,
		sure: [['annual revenue', 'revenue', 'total revenue']],
	},
	companyStreet: {
		label: 'Street of the company',
		of: 'company',
		sure: [[], ['billing street']],
		plain: ['street', 'address', 'street address', 'address street'],
	},
	companyCity: {
		label: 'City of the company',
		of: 'company',
		sure: [[], ['billing city']],
		plain: CITY,
	},
	companyState: {
		label: 'State of the company',
		of: 'company',
		sure: [[], ['billing state', 'billing state province']],
		plain: STATE,
	},
	companyZip: {
		label: 'ZIP code of the company',
		of: 'company',
		sure: [[], ['billing postal code', 'billing zip postal code', 'billing zip']],
		plain: [
			'zip',
			'zip code',
			'postal code',
			'postcode',
			'zip postal code',
			'address postal code',
			'address zip',
		],
	},
	companyCountry: {
		label: 'Country of the company',
		of: 'company',
		sure: [[], ['billing country']],
		plain: COUNTRY,
	},
	technologies: { label: 'Technologies', of: 'company', tells: true, sure: [['technologies']] },
	keywords: { label: 'Keywords', of: 'company', sure: [['keywords']] },
	companyId: {
		label: 'Record ID of the company',
		of: 'company',
		sure: [
			['account id', 'company id', 'organization id', 'apollo account id', 'record id company'],
		],
		plain: RECORD_ID,
	},
} as const satisfies Readonly<Record<string, FactShape>>;

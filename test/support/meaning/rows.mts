// A row of each outside source, with the headers of its public documents (named in
// nodes/shared/meaning/facts.ts), among them columns that no vendor here knows.
import type { IDataObject } from 'n8n-workflow';

const hubSpot = {
	'Record ID': '151',
	'First Name': 'Ada',
	'Last Name': 'Lovelace',
	Email: 'ada@acme.example',
	'Phone Number': '+44 20 1',
	'Mobile Phone Number': '+44 7700 1',
	'Job Title': 'Head of Engines',
	'Company Name': 'Acme',
	'Website URL': 'https://www.acme.example/about',
	City: 'London',
	'Country/Region': 'UK',
	'Contact owner': 'Bob',
	'Lifecycle Stage': 'Lead',
};

const apollo = {
	'First Name': 'Ada',
	'Last Name': 'Lovelace',
	Title: 'Head of Engines',
	Company: 'Acme Ltd',
	'Company Name for Emails': 'Acme',
	Email: 'ada@acme.example',
	'Email Status': 'Verified',
	Seniority: 'Head',
	Departments: 'Engineering',
	'Work Direct Phone': '+44 20 1',
	'Corporate Phone': '+44 20 0',
	'# Employees': '250',
	Industry: 'engines',
	'Person Linkedin Url': 'http://www.linkedin.com/in/ada',
	Website: 'http://www.acme.example',
	'Company Linkedin Url': 'http://www.linkedin.com/company/acme',
	'Facebook Url': 'https://facebook.com/acme',
	City: 'London',
	Country: 'UK',
	'Company Address': '1 Engine Way',
	'Company City': 'Leeds',
	'Company Country': 'UK',
	'Annual Revenue': '1000000',
	'Secondary Email': 'a@acme.example',
};

const salesforce = {
	Id: '00Q5g00000AbCdE',
	Name: 'Ada Lovelace',
	FirstName: 'Ada',
	LastName: 'Lovelace',
	Company: 'Acme',
	Title: 'Head of Engines',
	Email: 'ada@acme.example',
	Phone: '+44 20 1',
	MobilePhone: '+44 7700 1',
	Website: 'acme.example',
	Industry: 'Engines',
	NumberOfEmployees: 250,
	AnnualRevenue: 1_000_000,
	LeadSource: 'Web',
};

const google = {
	'First Name': 'Ada',
	'Last Name': 'Lovelace',
	'Organization Name': 'Acme',
	'Organization Title': 'Head of Engines',
	Notes: 'Met at the fair',
	'E-mail 1 - Label': '* Work',
	'E-mail 1 - Value': 'ada@acme.example',
	'E-mail 2 - Label': 'Home',
	'E-mail 2 - Value': 'ada@gmail.com',
	'Phone 1 - Label': 'Mobile',
	'Phone 1 - Value': '+44 7700 1',
	'Phone 2 - Value': '+44 20 1',
};

const linkedIn = {
	'First Name': 'Ada',
	'Last Name': 'Lovelace',
	URL: 'https://www.linkedin.com/in/ada',
	'Email Address': '',
	Company: 'Acme',
	Position: 'Head of Engines',
	'Connected On': '09 Jan 2026',
};

/** One row of each, by the source's name. */
export const ROWS = {
	HubSpot: hubSpot,
	Apollo: apollo,
	Salesforce: salesforce,
	Google: google,
	LinkedIn: linkedIn,
} satisfies Readonly<Record<string, IDataObject>>;

export type SourceName = keyof typeof ROWS;

/** The sources' names. */
export const SOURCES: readonly SourceName[] = [
	'HubSpot',
	'Apollo',
	'Salesforce',
	'Google',
	'LinkedIn',
];

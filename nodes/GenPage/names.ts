import { domain, one, type Names } from '../shared/meaning/names';

/**
 * What GenPage calls what it knows of a lead (GenPage API documentation, "Upsert leads" and "Get the
 * leads"). Its own columns are taken only where they have exactly that name.
 */
export const names: Names = {
	vendor: 'GenPage',
	lone: 'person',
	targets: [
		one('email', 'email'),
		one('linkedin_profile_url', 'linkedin'),
		one('first_name', 'firstName'),
		one('last_name', 'lastName'),
		one('name', 'fullName'),
		one('company_name', 'companyName'),
		domain('company_domain'),
	],
	own: ['lead_id', 'genpage_url', 'url_slug', 'logo', 'logo_color'],
};

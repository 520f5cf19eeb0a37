import { list, one, type Names } from '../shared/meaning/names';

/** What Skarbe calls what it knows of a contact ("Available endpoints", "Create Contact"). */
export const names: Names = {
	vendor: 'Skarbe',
	lone: 'person',
	needs: [['email', 'firstName']],
	emailIn: 'email',
	targets: [
		one('email', 'email'),
		one('firstName', 'firstName'),
		one('lastName', 'lastName'),
		one('jobTitle', 'jobTitle'),
		one('companyName', 'companyName'),
		list(
			'phoneNumbers',
			...([
				'phone',
				'workPhone',
				'mobilePhone',
				'homePhone',
				'otherPhone',
				'companyPhone',
			] as const),
		),
		one('linkedinUrl', 'linkedin'),
		one('facebookUrl', 'facebook'),
		one('instagramUrl', 'instagram'),
		one('twitterUrl', 'twitter'),
		one('note', 'note'),
	],
};

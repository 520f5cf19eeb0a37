import { CITY, COUNTRY, LINKEDIN, PHONE, RECORD_ID, STATE, type FactShape } from './shape';

/** What is known of a person. facts.ts says whose spellings these are. */
export const PERSON_FACTS = {
	email: {
		label: 'Email',
		of: 'person',
		tells: true,
		sure: [
			['email', 'email address'],
			[
				'work email',
				'work email address',
				'business email',
				'corporate email',
				'office email',
				'direct email',
			],
			['primary email', 'main email'],
			['other email', 'secondary email', 'additional email'],
			['personal email', 'private email', 'home email', 'personal email address'],
		],
	},
	firstName: {
		label: 'First name',
		of: 'person',
		tells: true,
		sure: [['first name', 'given name', 'forename']],
	},
	lastName: {
		label: 'Last name',
		of: 'person',
		tells: true,
		sure: [['last name', 'family name', 'surname']],
	},
	fullName: {
		label: 'Full name',
		of: 'person',
		tells: true,
		sure: [['full name']],
		plain: ['name'],
	},
	jobTitle: {
		label: 'Job title',
		of: 'person',
		tells: true,
		sure: [
			[
				'job title',
				'title',
				'position',
				'current job',
				'primary title',
				'organization title',
				'position title',
			],
		],
	},
	department: {
		label: 'Department',
		of: 'person',
		tells: true,
		sure: [['department', 'organization department']],
	},
	seniority: {
		label: 'Seniority',
		of: 'person',
		tells: true,
		sure: [['seniority', 'seniority level', 'hs seniority', 'employment seniority']],
	},
	linkedin: {
		label: 'LinkedIn of the person',
		of: 'person',
		tells: true,
		sure: [['linkedin profile url', 'hs linkedin url', 'linkedin bio']],
		plain: LINKEDIN,
	},
	phone: {
		label: 'Phone',
		of: 'person',
		many: true,
		sure: [['first phone', 'direct phone', 'primary phone', 'primary number']],
		plain: PHONE,
	},
	workPhone: {
		label: 'Work phone',
		of: 'person',
		many: true,
		sure: [
			['work phone', 'work phone number', 'work direct phone', 'business phone', 'direct dial'],
		],
		plain: ['office phone'],
	},
	mobilePhone: {
		label: 'Mobile phone',
		of: 'person',
		many: true,
		sure: [
			['mobile phone', 'mobile phone number', 'mobile number', 'mobile', 'cell phone', 'cell'],
		],
	},
	homePhone: {
		label: 'Home phone',
		of: 'person',
		many: true,
		sure: [['home phone', 'home phone number']],
	},
	otherPhone: {
		label: 'Other phone',
		of: 'person',
		many: true,
		sure: [['other phone', 'other phone number']],
	},
	city: { label: 'City of the person', of: 'person', sure: [[], ['mailing city']], plain: CITY },
	state: {
		label: 'State of the person',
		of: 'person',
		sure: [[], ['mailing state']],
		plain: STATE,
	},
	country: {
		label: 'Country of the person',
		of: 'person',
		sure: [[], ['mailing country']],
		plain: COUNTRY,
	},
	facebook: { label: 'Facebook', of: 'person', sure: [['facebook url', 'facebook']] },
	instagram: { label: 'Instagram', of: 'person', sure: [['instagram url', 'instagram']] },
	twitter: { label: 'Twitter', of: 'person', sure: [['twitter url', 'twitter']] },
	note: { label: 'Note', of: 'person', sure: [['note', 'notes']] },
	personId: {
		label: 'Record ID of the person',
		of: 'person',
		sure: [['contact id', 'lead id', 'person id', 'apollo contact id', 'record id contact']],
		plain: RECORD_ID,
	},
} as const satisfies Readonly<Record<string, FactShape>>;

import type { INodeProperties } from 'n8n-workflow';
import { field, type Field } from '../../../shared/form/field';
import {
	checked,
	optionalAmount,
	optionalNumericId,
	optionalText,
} from '../../../shared/form/schema';
import { isBlank, quote } from '../../../shared/values/text';

/**
 * A value of which the document shows nothing but null: it is sent in the type in which it is
 * given, so that a number or a list out of an expression stays one.
 */
const asGiven = checked<unknown>((value) => {
	if (isBlank(value)) return { ok: undefined };
	if (typeof value === 'string') return { ok: value.trim() };
	if (typeof value === 'number' || Array.isArray(value)) return { ok: value };
	return { wrong: `must be text, a number or a list, not ${quote(value)}` };
});

/** JSON of any form; text that is none is sent as text. */
const anything = checked<unknown>((value) => {
	if (isBlank(value)) return { ok: undefined };
	if (typeof value !== 'string') return { ok: value };
	try {
		const json: unknown = JSON.parse(value);
		return { ok: json };
	} catch {
		return { ok: value };
	}
});

type Look = Pick<INodeProperties, 'description'> & { readonly placeholder?: `e.g. ${string}` };

/** A maker of fields whose values one schema checks. */
const fieldOf =
	(schema: Field['schema']) =>
	(name: string, displayName: string, look: Look): Field =>
		field({ ...look, displayName, name, type: 'string', default: '' }, schema);

const text = fieldOf(optionalText);
const id = fieldOf(optionalNumericId);
const number = fieldOf(optionalAmount({ min: 0 }));
/** Of its type the document says nothing. */
const untyped = fieldOf(asGiven);

const PHONE = { placeholder: 'e.g. +1 408 996 1010' } as const;

/**
 * The fields of a contact beside the common ones (GrowthGenius API Reference, "Create a Contact":
 * "see response JSON for additional fields"). Left out is what GrowthGenius itself sets: id,
 * created_at, updated_at and contact_account, which contact_account_id decides.
 */
export const furtherFields: readonly Field[] = [
	untyped('annualRevenue', 'Annual Revenue', {
		placeholder: 'e.g. 25000000',
		description: "The company's revenue in a year",
	}),
	text('badDataReason', 'Bad Data Reason', { description: 'Why the data of the contact is bad' }),
	text('city', 'City', { placeholder: 'e.g. Melbourne', description: 'Where the person is' }),
	text('companyAddress', 'Company Address', { placeholder: 'e.g. 1 Apple Park Way' }),
	text('companyCity', 'Company City', { placeholder: 'e.g. San Francisco' }),
	text('companyCountry', 'Company Country', { placeholder: 'e.g. USA' }),
	text('companyLinkedinUrl', 'Company LinkedIn URL', {
		placeholder: 'e.g. linkedin.com/company/anz',
	}),
	text('companyNameInformal', 'Company Name, Informal', {
		placeholder: 'e.g. Apple',
		description: "The company's name as people say it in a message",
	}),
	text('companyState', 'Company State', { placeholder: 'e.g. Victoria' }),
	id('contactAccountId', 'Contact Account ID', {
		placeholder: 'e.g. 485499',
		description: "The account that the contact belongs to: 'id' in its 'contact_account'",
	}),
	text('corporatePhone', 'Corporate Phone', PHONE),
	text('country', 'Country', { placeholder: 'e.g. USA', description: 'Where the person is' }),
	number('emailConfidence', 'Email Confidence', {
		placeholder: 'e.g. 100',
		description: 'How sure it is that the email address is right, up to 100',
	}),
	text('emailStatus', 'Email Status', { description: 'What is known of the email address' }),
	untyped('employeeCount', 'Employee Count', {
		placeholder: 'e.g. 250',
		description: 'How many people work at the company',
	}),
	text('facebookUrl', 'Facebook URL', { placeholder: 'e.g. facebook.com/sjobs' }),
	text('firstPhone', 'First Phone', PHONE),
	text('fullName', 'Full Name', { placeholder: 'e.g. Steve Jobs' }),
	text('homePhone', 'Home Phone', PHONE),
	text('industry', 'Industry', { placeholder: 'e.g. Computers' }),
	text('keywords', 'Keywords', {
		placeholder: 'e.g. banking, finance, credit risk',
		description: 'Keywords with commas between them',
	}),
	untyped('labelNames', 'Label Names', {
		placeholder: 'e.g. VIP',
		description: 'Labels of the contact; an expression may give a list',
	}),
	text('linkedinUrl', 'LinkedIn URL', { placeholder: 'e.g. linkedin.com/in/sjobs' }),
	text('linkedinUsername', 'LinkedIn Username', { placeholder: 'e.g. sjobs' }),
	untyped('lists', 'Lists', {
		placeholder: 'e.g. Banks',
		description: 'Lists that the contact is in; an expression may give a list',
	}),
	text('mobilePhone', 'Mobile Phone', PHONE),
	text('name', 'Name', {
		placeholder: 'e.g. Steve Jobs',
		description: 'First and last name together, as GrowthGenius shows it',
	}),
	text('otherPhone', 'Other Phone', PHONE),
	id('prospectId', 'Prospect ID', {
		placeholder: 'e.g. 236811124',
		description: 'The prospect in GrowthGenius that the contact was made from',
	}),
	text('seoDescription', 'SEO Description', {
		description: 'How the company describes itself to search engines',
	}),
	text('stage', 'Stage', { description: 'How far the contact is in your sales process' }),
	text('state', 'State', { placeholder: 'e.g. California', description: 'Where the person is' }),
	text('status', 'Status', { placeholder: 'e.g. Ongoing' }),
	text('technologies', 'Technologies', {
		placeholder: 'e.g. Salesforce, Marketo',
		description: 'What the company uses, with commas between them',
	}),
	text('twitterUrl', 'Twitter URL', { placeholder: 'e.g. twitter.com/sjobs' }),
	field(
		{
			displayName: 'Unstructured Data',
			name: 'unstructuredData',
			type: 'json',
			default: '',
			placeholder: 'e.g. {"source": "fair"}',
			description: 'Anything else about the contact, as JSON or as text',
		},
		anything,
	),
	text('uploadIdentifier', 'Upload Identifier', {
		placeholder: 'e.g. 2026-01-import',
		description: 'Your own name for the upload that the contact came with',
	}),
	text('website', 'Website', { placeholder: 'e.g. apple.com' }),
	text('workPhone', 'Work Phone', PHONE),
];

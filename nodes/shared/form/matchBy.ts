import type { INodePropertyOptions } from 'n8n-workflow';
import { domainField } from './domainField';
import { field, shownFor } from './field';
import { checked, oneOf, optionalEmail, wordsOf } from './schema';
import { isBlank } from '../values/text';
import { textField } from './textField';

/** One of the ways in which records are told apart. */
type Choice<Value extends string> = INodePropertyOptions & { readonly value: Value };

/**
 * By what an item is matched with the records that the vendor has.
 *
 * @param choices in alphabetical order
 * @param first the one that is chosen at first
 */
export function matchBy<const Value extends string>(
	choices: ReadonlyArray<Choice<Value>>,
	first: Value,
) {
	return field(
		{
			displayName: 'Match By',
			name: 'matchBy',
			type: 'options',
			default: first,
			options: [...choices],
			description:
				'What tells which record an item means. It must be among what is set below. The records that are there are read for it once a run, which takes a while where there are many.',
		},
		oneOf(
			choices.map(({ value }) => value),
			first,
		),
	);
}

/** By what people are matched. */
export const matchPersonBy = matchBy(
	[
		{ name: 'Email', value: 'email', description: 'The email, in any case' },
		{ name: 'LinkedIn URL', value: 'linkedinUrl', description: 'The address of the profile' },
		{
			name: 'Name and Company',
			value: 'nameAndCompany',
			description: "First and last name together with the company's name, in any case",
		},
	],
	'email',
);

const email = checked<string>((value) => {
	if (isBlank(value)) return { wrong: 'is empty' };
	const parsed = optionalEmail.safeParse(value);
	return parsed.success ? { ok: parsed.data ?? '' } : { wrong: wordsOf(parsed) };
});

/**
 * What records are looked for by: an email address, or a domain.
 *
 * @param domainOption what the domain is compared with
 */
export function findBy(domainOption: string) {
	return [
		field(
			{
				displayName: 'Find By',
				name: 'findBy',
				type: 'options',
				default: 'email',
				options: [
					{ name: 'Domain', value: 'domain', description: domainOption },
					{ name: 'Email', value: 'email', description: 'The whole address, in any case' },
				],
			},
			oneOf(['email', 'domain'], 'email'),
		),
		shownFor(
			'findBy',
			['email'],
			textField(
				{
					displayName: 'Email',
					name: 'email',
					placeholder: 'e.g. name@email.com',
				},
				email,
			),
		),
		shownFor(
			'findBy',
			['domain'],
			domainField('e.g. acme.example', 'The domain, or the address of a page on it', false),
		),
	] as const;
}

import type { InputOf } from '../../../shared/form/field';
import { optionalEmail } from '../../../shared/form/schema';
import type { FieldIssue } from '../../../shared/values/issues';
import { onlySet } from '../../../shared/values/records';
import { isBlank } from '../../../shared/values/text';
import type { contactFields } from './fields';

type ContactInput = InputOf<typeof contactFields>;

/** The body of a new contact; empty fields are left out. */
export function contactBody(input: ContactInput): Record<string, unknown> {
	const { jsonBody, email, firstName, lastName, leadStatus, additionalFields } = input;
	const entered = { email, firstName, lastName, leadStatus, ...additionalFields };
	return { ...jsonBody, ...onlySet(entered) };
}

/** Skarbe's own validation ("Available endpoints", "Create Contact"), before anything is sent. */
export function contactIssues(input: ContactInput): readonly FieldIssue[] {
	const { email, firstName } = contactBody(input);
	if (isBlank(email) && isBlank(firstName)) {
		return [
			{
				field: input.jsonBody ? 'JSON' : 'Email',
				wrong: input.jsonBody
					? 'holds neither email nor firstName'
					: "is empty, and so is 'First Name'",
				fix: 'Skarbe needs an email or a first name: give one of them',
			},
		];
	}
	if (optionalEmail.safeParse(email).success) return [];
	const wrong = 'holds an email that is no email address';
	return [{ field: 'JSON', wrong, fix: 'Correct the email, e.g. name@email.com' }];
}

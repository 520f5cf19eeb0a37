import { domainOf } from '../values/domain';
import { isBlank, quote } from '../values/text';
import { field } from './field';
import { checked } from './schema';

const domain = checked<string>((value) => {
	if (isBlank(value)) return { wrong: 'is empty' };
	const found = typeof value === 'string' ? domainOf(value) : undefined;
	if (found !== undefined) return { ok: found };
	return { wrong: `must be a domain such as apple.com, not ${quote(value)}` };
});

/**
 * A domain; the address of a page on it is understood too. It must be there.
 *
 * @param placeholder an example
 * @param required false where another field shows it: with an expression in that one, n8n would demand it
 *   whatever comes of the expression
 */
export function domainField(placeholder: string, description: string, required = true) {
	return field(
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'string',
			default: '',
			required,
			placeholder,
			description,
		},
		domain,
	);
}

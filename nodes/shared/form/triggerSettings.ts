import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { FieldIssue } from '../values/issues';
import { shapeOf, type Field, type InputOf } from './field';
import { inputError } from './inputError';
import { checkValues, inZone, plainValue } from './parameters';

/** The n8n contexts in which a trigger works. */
export type TriggerContext = IHookFunctions | IPollFunctions | IWebhookFunctions;

/**
 * Reads and checks a trigger's parameters.
 *
 * @param check a further check, for what one field's schema cannot see
 * @throws NodeOperationError that names each wrong field and what to do
 */
export function triggerSettings<const Fields extends readonly Field[]>(
	context: TriggerContext,
	fields: Fields,
	check: (input: InputOf<Fields>) => readonly FieldIssue[] = () => [],
): InputOf<Fields> {
	const values: Record<string, unknown> = {};
	for (const field of fields) {
		const { name, property } = field;
		const value = plainValue(
			context.getNodeParameter(name, property.default, { skipValidation: true }),
		);
		values[name] = inZone(field, value, context.getTimezone());
	}
	const checked = checkValues(fields, shapeOf(fields), values);
	const issues = 'issues' in checked ? checked.issues : check(checked.input);
	if ('input' in checked && issues.length === 0) return checked.input;
	throw inputError(context.getNode(), issues);
}

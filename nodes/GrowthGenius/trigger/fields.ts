import { field, shownFor, type Field } from '../../shared/form/field';
import { rows } from '../../shared/form/fixedCollection';
import { oneOf, text } from '../../shared/form/schema';
import { simplify } from '../../shared/form/simplify';
import { textField } from '../../shared/form/textField';
import { triggerOptions } from '../../shared/form/triggerOptions';
import { byText, snakeCase } from '../../shared/values/text';
import { clearable as contactFields } from '../resources/contact/fields';
import { clearable as messageFields } from '../resources/message/fields';

const event = field(
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'contactUpdated',
		options: [
			{
				name: 'Contact Updated',
				value: 'contactUpdated',
				description: 'When a contact was created or changed',
			},
			{
				name: 'Message Updated',
				value: 'messageUpdated',
				description: 'When a message was created or changed',
			},
		],
	},
	oneOf(['contactUpdated', 'messageUpdated'], 'contactUpdated'),
);

/** Rows of a field and the value that it must have, for the fields that the document shows. */
function filtersOn<const Name extends string>(name: Name, fields: readonly Field[]) {
	const choices = fields
		.map(({ name: value, property }) => ({ name: property.displayName, value: snakeCase(value) }))
		.sort((one, other) => byText(one.name, other.name));
	const first = choices[0]?.value ?? '';
	const which = field(
		{
			displayName: 'Field',
			name: 'field',
			type: 'options',
			default: first,
			options: choices,
		},
		oneOf(
			choices.map(({ value }) => value),
			first,
		),
	);
	const value = textField(
		{
			displayName: 'Value',
			name: 'value',
			placeholder: 'e.g. Apple Inc.',
			description: 'What the field must be, in capital or small letters',
		},
		text,
	);
	return rows(
		{
			displayName: 'Filters',
			name,
			placeholder: 'Add filter',
			row: 'Filter',
			key: 'value',
			description: 'Start only on those for which all of these are true',
		},
		[which, value],
	);
}

const contactId = textField({
	displayName: 'Contact ID',
	name: 'contactId',
	placeholder: 'e.g. 1102755',
});

/** The fields of the GrowthGenius Trigger, in the order of its form. */
export const triggerFields = [
	event,
	shownFor('event', ['contactUpdated'], filtersOn('contactFilters', contactFields)),
	shownFor('event', ['messageUpdated'], filtersOn('messageFilters', [contactId, ...messageFields])),
	shownFor('event', ['contactUpdated'], simplify),
	triggerOptions(),
] as const;

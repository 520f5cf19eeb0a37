import { collection, field } from '../../shared/form/field';
import { oneOf } from '../../shared/form/schema';
import { simplify } from '../../shared/form/simplify';
import { triggerOptions } from '../../shared/form/triggerOptions';
import { leadStatusOf } from '../resources/contact/fields';

const event = field(
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'contactCreated',
		options: [
			{
				name: 'Contact Created',
				value: 'contactCreated',
				description: 'When there is a new contact',
			},
		],
	},
	oneOf(['contactCreated'], 'contactCreated'),
);

/** The fields of the Skarbe Trigger, in the order of its form. */
export const triggerFields = [
	event,
	collection({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
		leadStatusOf('Start only on contacts that have this lead status when they are found'),
	]),
	simplify,
	triggerOptions(),
] as const;

import { field } from '../../shared/form/field';
import { oneOf } from '../../shared/form/schema';
import { simplify } from '../../shared/form/simplify';

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
export const triggerFields = [event, simplify] as const;

import { field, shownFor } from '../../shared/form/field';
import { oneOf } from '../../shared/form/schema';
import { simplify } from '../../shared/form/simplify';

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

/** The fields of the GrowthGenius Trigger, in the order of its form. */
export const triggerFields = [event, shownFor('event', ['contactUpdated'], simplify)] as const;

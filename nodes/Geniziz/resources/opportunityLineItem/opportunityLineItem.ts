import { plainResource } from '../../../shared/operations/plainResource';
import { anyFields } from '../body';
import { idField } from '../fields';
import { opportunityId } from '../opportunity/opportunity';
import { reading } from '../reading';

/** Geniziz REST API, "Opportunity": the three line item endpoints. */
export const opportunityLineItem = plainResource({
	value: 'opportunityLineItem',
	name: 'Opportunity Line Item',
	nouns: ['an opportunity line item', 'opportunity line items'],
	path: '/api/v1/opportunity/{opportunityId}/line_item/',
	within: [opportunityId],
	id: idField('lineItemId', 'Line Item', 'item'),
	reading: reading(),
	operations: {
		create: { ...anyFields({ name: 'Scale plan', quantity: 40 }), repeat: 'ifNotTaken' },
		getAll: {},
		delete: { repeat: 'always' },
	},
});

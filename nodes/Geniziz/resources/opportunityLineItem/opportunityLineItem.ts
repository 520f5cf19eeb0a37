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
	id: idField('lineItemId', 'Line Item', {
		description: "Its 'id' in the output of Opportunity Line Item > Get Many",
	}),
	reading: reading(),
	operations: {
		create: { ...anyFields({ name: 'Scale plan' }), repeat: 'ifNotTaken' },
		getAll: {},
		delete: { repeat: 'always' },
	},
});

import type { Resource } from '../../shared/operation';
import { createOf, crud, deleteOf, manyOf } from '../../shared/operations/crud';
import { idField, opportunityId } from '../fields';
import { open } from '../open';
import { changedOpportunity, newOpportunity, OPPORTUNITY_FIELDS } from '../opportunities/forms';
import { thing } from '../thing';

const path = '/api/v1/opportunity/';

const opportunities = thing(
	{ one: 'an opportunity', several: 'opportunities', path, id: opportunityId },
	OPPORTUNITY_FIELDS,
);

const lineItems = thing({
	one: 'an opportunity line item',
	several: 'opportunity line items',
	path: `${path}{opportunityId}/line_item/`,
	within: [opportunityId],
	id: idField('lineItemId', 'Line Item', 'item'),
});

/** Geniziz REST API, "Opportunity". */
export const opportunity: Resource = {
	value: 'opportunity',
	name: 'Opportunity',
	operations: crud(opportunities, newOpportunity, changedOpportunity),
};

/** Geniziz REST API, "Opportunity": the three line item endpoints. */
export const opportunityLineItem: Resource = {
	value: 'opportunityLineItem',
	name: 'Opportunity Line Item',
	operations: [
		createOf(lineItems, open({ name: 'Scale plan', quantity: 40 }, opportunityId)),
		manyOf(lineItems),
		deleteOf(lineItems),
	],
};

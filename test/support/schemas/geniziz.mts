import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import type { INodeParameters } from 'n8n-workflow';
import type { VendorAnswers } from './answer.mts';

/** A new lead with all that the document's example of an answer has. */
const newLead = {
	items: [{ name: 'Globex', email: 'hello@globex.example' }],
	parameters: {
		additionalFields: {
			url: 'https://globex.example',
			mrr: 4900,
			emails: { values: [{ email: '={{ $json.email }}', type: 'office' }] },
			phones: { values: [{ phone: '+15551234567', type: 'office' }] },
		} satisfies INodeParameters,
	},
};

/** The Geniziz REST API: of two kinds of records it shows what they are. */
export const genizizAnswers: VendorAnswers = {
	unknown: [
		['No document shows what is in such a record', /^(?!lead\.|opportunity\.)\w+\.(?!delete$)\w+$/],
		['No document shows an answer', /^lead\.(merge|move)$|^opportunity\.update$/],
	],
	known: {
		'lead.get': { items: [{ id: SEED.lead }] },
		'lead.update': { sameAs: 'lead.create' },
		'lead.upsert': newLead,
		'lead.createIfNew': newLead,
		'opportunity.get': { items: [{ id: SEED.opportunity }] },
	},
};

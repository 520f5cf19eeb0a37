import { STEVE } from '../cases/growthGenius.mts';
import type { VendorAnswers } from './answer.mts';

/** "Returns same JSON as create", with values where the answer to a create has none. */
const also = { of: 'contact.get', parameters: { simplify: false } };

const newContact = { items: [{ ...STEVE, email: 'steve@next.example' }], also };

/** A message with the subject that the document's has not. */
const subject = { renderedSubject: 'Hello' };
const withSubject = { also: { of: 'message.create', parameters: subject } };

/** GrowthGenius API Reference; "Find company" is in newer public documents. */
export const growthGeniusAnswers: VendorAnswers = {
	unknown: [],
	known: {
		'contact.create': { also },
		'contact.update': { sameAs: 'contact.create' },
		'contact.upsert': newContact,
		'contact.createIfNew': newContact,
		'message.create': { parameters: subject },
		'message.update': { sameAs: 'message.create' },
		'message.get': withSubject,
		'message.getAll': withSubject,
	},
};

import { options } from '../../../shared/form/options';
import { textField } from '../../../shared/form/textField';
import { undocumented } from '../../../shared/operations/answer';
import { plainResource } from '../../../shared/operations/plainResource';
import { single } from '../../../shared/operations/single';
import { anyChanges, anyFields } from '../body';
import { idField } from '../fields';
import { optionalLeadId } from '../lead/locator';
import { reading } from '../reading';

const path = '/api/v1/email_template/';
const id = idField('emailTemplateId', 'Email Template');
const EXAMPLE = { name: 'First touch' };

const contactId = textField({
	displayName: 'Contact ID',
	name: 'contactId',
	placeholder: 'e.g. cont_2x9Qb1c3d4e5f6g7h8i9j0',
});

/** Geniziz REST API, "Email Template". */
export const emailTemplate = plainResource({
	value: 'emailTemplate',
	name: 'Email Template',
	nouns: ['an email template', 'email templates'],
	path,
	id,
	reading: reading(),
	operations: {
		create: { ...anyFields(EXAMPLE), repeat: 'ifNotTaken' },
		get: {},
		getAll: {},
		update: { ...anyChanges(EXAMPLE), repeat: 'always' },
		delete: { repeat: 'always' },
	},
	more: [
		single({
			value: 'render',
			name: 'Render',
			action: 'Render email template',
			description: 'Fill an email template with the data of a lead or a contact',
			method: 'GET',
			path: `${path}{emailTemplateId}/render/`,
			fields: [id, optionalLeadId, contactId, options()],
			query: (input) => ({ lead_id: input.leadId, contact_id: input.contactId }),
			answer: undocumented(),
		}),
	],
});

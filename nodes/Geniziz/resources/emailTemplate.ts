import type { Resource } from '../../shared/operation';
import { single } from '../../shared/operations/single';
import { options } from '../../shared/options';
import { idField, optionalLeadId, textField } from '../fields';
import { openCrud } from '../open';
import { thing } from '../thing';
import { limitGroup } from '../vendor';

const path = '/api/v1/email_template/';
const emailTemplateId = idField('emailTemplateId', 'Email Template', 'tmpl');

/** Geniziz REST API, "Email Template". */
export const emailTemplate: Resource = {
	value: 'emailTemplate',
	name: 'Email Template',
	operations: [
		...openCrud(
			thing({ one: 'an email template', several: 'email templates', path, id: emailTemplateId }),
			{ name: 'First touch', subject: 'Hello', body: 'Hi there' },
		),
		single({
			value: 'render',
			name: 'Render',
			action: 'Render email template',
			description: 'Fill an email template with the data of a lead or a contact',
			method: 'GET',
			path: `${path}{emailTemplateId}/render/`,
			fields: [
				emailTemplateId,
				optionalLeadId,
				textField({
					displayName: 'Contact ID',
					name: 'contactId',
					placeholder: 'e.g. cont_2x9Qb1c3d4e5f6g7h8i9j0',
				}),
				options(),
			],
			query: (input) => ({ lead_id: input.leadId, contact_id: input.contactId }),
			limitGroup: limitGroup(path),
		}),
	],
};

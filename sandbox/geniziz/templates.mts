// Email Template, with GET /email_template/{id}/render/?lead_id=&contact_id=
import type { VendorAnswer } from '../vendor.mts';
import { isRecord, read, textOf } from './call.mts';
import type { Call } from './call.mts';
import { known, text } from './checks.mts';
import { FieldErrors } from './refusal.mts';
import { knownRecord } from './resource.mts';
import type { Resource } from './resource.mts';
import type { Stored } from './shapes.mts';

export const emailTemplate: Resource = {
	collection: 'emailTemplates',
	noun: 'Email template',
	checks: { subject: text, body: text },
};

/** Assumed: {{ lead.name }} and {{ contact.emails.0.email }} stand for values; none is blank. */
const PLACEHOLDER = /\{\{\s*([\w.]+)\s*\}\}/g;

/** Answers subject and body. A contact brings its lead, unless another is named. */
export function renderTemplate(call: Call): VendorAnswer {
	const template = knownRecord(call, emailTemplate);
	const contact = named(call, 'contact_id');
	const lead =
		named(call, 'lead_id') ?? call.caller.workspace.collections.leads.get(contact?.lead_id);
	const fill = (field: string): string =>
		(textOf(template, field) ?? '').replace(PLACEHOLDER, (_match, path: string) =>
			valueAt({ lead, contact }, path.split('.')),
		);
	return read(call, { id: template.id, subject: fill('subject'), body: fill('body') });
}

/** The record that the query names, or undefined where it names none. */
function named({ caller, request }: Call, field: 'lead_id' | 'contact_id'): Stored | undefined {
	const id = request.query[field] ?? '';
	if (id === '') return undefined;
	const name = field === 'lead_id' ? 'leads' : 'contacts';
	const errors = new FieldErrors();
	errors.add(field, known(name)(id, caller.workspace));
	errors.check();
	return caller.workspace.collections[name].get(id);
}

function valueAt(values: unknown, [first, ...rest]: readonly string[]): string {
	if (first !== undefined) {
		const list: unknown = Array.isArray(values) ? Object.assign({}, values) : values;
		return isRecord(list) ? valueAt(list[first], rest) : '';
	}
	return typeof values === 'string' || typeof values === 'number' ? String(values) : '';
}

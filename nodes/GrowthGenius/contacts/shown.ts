import type { IDataObject } from 'n8n-workflow';

/** What tells who a contact is, and where it stands: ten of some sixty fields. */
const SIMPLIFIED = [
	'id',
	'first_name',
	'last_name',
	'email',
	'title',
	'company_name',
	'linkedin_url',
	'status',
	'created_at',
	'updated_at',
];

/** A contact for the output: simplified, its common fields only. */
export function shown(contact: IDataObject, simplify: boolean): IDataObject {
	if (!simplify) return contact;
	return Object.fromEntries(
		SIMPLIFIED.filter((name) => name in contact).map((name) => [name, contact[name]]),
	);
}

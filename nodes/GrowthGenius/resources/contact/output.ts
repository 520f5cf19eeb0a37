import type { IDataObject } from 'n8n-workflow';
import { picked } from '../../../shared/values/records';

/** What tells who a contact is, and where it stands: ten of some sixty fields. */
export const SIMPLIFIED = [
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
export function contactOutput(contact: IDataObject, simplify: boolean): IDataObject {
	return simplify ? picked(contact, SIMPLIFIED) : contact;
}

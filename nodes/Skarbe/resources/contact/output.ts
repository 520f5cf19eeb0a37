import type { IDataObject } from 'n8n-workflow';
import { picked, toRecord } from '../../../shared/values/records';

/** Who a contact is, how to reach it, and where it stands: the rest are a photo, links and notes. */
export const SIMPLIFIED = [
	'id',
	'email',
	'firstName',
	'lastName',
	'jobTitle',
	'companyName',
	'phoneNumbers',
	'linkedinUrl',
	'lastActivityAt',
	'createdAt',
];

/** A contact for the output: simplified, its common fields, with the lead status flat. */
export function contactOutput(contact: IDataObject, simplify: boolean): IDataObject {
	if (!simplify) return contact;
	const { id, label } = toRecord(contact.leadStatus) ?? {};
	return { ...picked(contact, SIMPLIFIED), leadStatusId: id ?? null, leadStatus: label ?? null };
}

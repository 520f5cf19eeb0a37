// Contacts that a run matches with those that are there, each item's as JSON.
import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** The node's parameters: items say their contact, and by what it is matched. */
export function matching(operation: string, more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'contact',
		operation,
		matchBy: '={{ $json.by ?? "email" }}',
		dataMode: 'json',
		jsonBody: '={{ $json.contact }}',
		...more,
	};
}

/** Items for it, all matched in the same way. */
export function contactItems(by: string, ...contacts: readonly IDataObject[]): IDataObject[] {
	return contacts.map((contact) => ({ by, contact }));
}

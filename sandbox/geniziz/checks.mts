// What values must be. The document types nothing; its examples do.
import { isRecord, textOf } from './call.mts';
import type { Values } from './call.mts';
import type { FieldErrors } from './refusal.mts';
import type { CollectionName } from './shapes.mts';
import type { Workspace } from './workspace.mts';

/** Says what is wrong with a value, or nothing. `null` never gets here. */
export type Check = (value: unknown, workspace: Workspace) => string | undefined;

/** A field that names a record, in every kind of record. */
const REFERENCES: Readonly<Record<string, CollectionName>> = {
	lead_id: 'leads',
	contact_id: 'contacts',
	opportunity_id: 'opportunities',
	conversation_id: 'conversations',
	template_id: 'emailTemplates',
	connected_account_id: 'connectedAccounts',
	owner_id: 'users',
	user_id: 'users',
	assignee_id: 'users',
};

const isMissing = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Checks the fields that were sent, and with `required` that those are there. */
export function checkValues(
	values: Values,
	checks: Readonly<Record<string, Check>>,
	required: readonly string[],
	workspace: Workspace,
	errors: FieldErrors,
): void {
	for (const field of required) {
		if (isMissing(values[field])) errors.add(field, 'This field is required.');
	}
	for (const [field, value] of Object.entries(values)) {
		if (value === null) continue;
		const references = REFERENCES[field];
		const check = checks[field] ?? (references === undefined ? undefined : known(references));
		errors.add(field, check?.(value, workspace));
	}
}

/** The id of a record of the caller's workspace. */
export function known(name: CollectionName): Check {
	return (value, workspace) =>
		workspace.collections[name].get(value) === undefined
			? `There is no such record: ${JSON.stringify(value)}.`
			: undefined;
}

export const text: Check = (value) => (typeof value === 'string' ? undefined : 'Must be a string.');

export const number: Check = (value) =>
	typeof value === 'number' ? undefined : 'Must be a number.';

export const object: Check = (value) => (isRecord(value) ? undefined : 'Must be an object.');

export function oneOf(choices: readonly string[]): Check {
	return (value) =>
		choices.some((choice) => choice === value)
			? undefined
			: `Must be one of: ${choices.join(', ')}.`;
}

export function wholeNumber(least: number, most: number): Check {
	const range = most === Infinity ? `from ${least}` : `from ${least} to ${most}`;
	return (value) =>
		Number.isInteger(value) && Number(value) >= least && Number(value) <= most
			? undefined
			: `Must be a whole number ${range}.`;
}

/** A list of objects. `field`, where named, must be a text of this form in each. */
export function objects(field?: string, form = /\S/): Check {
	return (value) => {
		if (!Array.isArray(value)) return 'Must be a list.';
		const items: readonly unknown[] = value;
		const at = items.findIndex((item) => {
			if (!isRecord(item)) return true;
			return field !== undefined && !form.test(textOf(item, field) ?? '');
		});
		if (at === -1) return undefined;
		return `Item ${at} must be an object${field === undefined ? '' : ` with a valid ${field}`}.`;
	};
}

/** The end of a domain may be any: the examples end in .example. */
export const EMAIL_FORM = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

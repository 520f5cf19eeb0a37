// Contacts and messages: two kinds of records with the same five endpoints.
import type { StoredRecord, Values } from '../shared/records.mts';
import { CONTACT_FIELDS, MESSAGE_FIELDS, writable } from './fields.mts';
import { shownTime } from './times.mts';

/** A kind of records. */
export interface Kind {
	/** What wraps one record in requests and answers. */
	readonly one: string;
	/** What wraps a list, and the name in the path. */
	readonly many: 'contacts' | 'messages';
	/** The id of the document's example, which is the first record. */
	readonly firstId: number;
	/** The fields that a request can set. */
	readonly fields: ReadonlySet<string>;
	/** The values of a record that the control endpoints make. */
	readonly made: Values;
	/** A record as answers show it. */
	shown(record: StoredRecord): Record<string, unknown>;
}

/** "Contact API". */
export const CONTACTS: Kind = {
	one: 'contact',
	many: 'contacts',
	firstId: 1_102_755,
	fields: writable(CONTACT_FIELDS),
	made: {
		first_name: 'Contact',
		last_name: 'Number {n}',
		email: 'contact-{id}@example.com',
		company_name: 'Example Inc.',
		user_id: 1,
	},
	shown(record) {
		const { values } = record;
		const name = nameOf(values);
		return pick(CONTACT_FIELDS, {
			...values,
			name: values.name ?? name,
			full_name: values.full_name ?? name,
			...ownFields(record),
		});
	},
};

/** "Message API". Answers show no times but `sent_at`. */
export const MESSAGES: Kind = {
	one: 'message',
	many: 'messages',
	firstId: 393_642,
	fields: writable(MESSAGE_FIELDS),
	made: {
		contact_id: CONTACTS.firstId,
		message_type: 'sales_force_message',
		rendered_copy: 'Message number {n}',
		team_id: 2,
		user_id: 1,
	},
	shown: (record) => pick(MESSAGE_FIELDS, { ...record.values, id: record.id }),
};

/** What GrowthGenius itself gives every record. */
export function ownFields(record: StoredRecord): {
	id: number;
	created_at: string;
	updated_at: string;
} {
	return {
		id: record.id,
		created_at: shownTime(record.createdAt),
		updated_at: shownTime(record.updatedAt),
	};
}

/** The first and the last name, as `full_name` of the document's user has them. */
function nameOf({ first_name, last_name }: Values): string | null {
	const names = [first_name, last_name].filter((name) => typeof name === 'string' && name !== '');
	return names.length === 0 ? null : names.join(' ');
}

/** All of the fields in their order; null where there is nothing. */
function pick(fields: readonly string[], values: Values): Record<string, unknown> {
	const picked: Record<string, unknown> = {};
	for (const field of fields) picked[field] = values[field] ?? null;
	return picked;
}

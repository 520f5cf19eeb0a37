import type { INodeProperties } from 'n8n-workflow';
import { collection, field } from '../shared/field';
import { locator } from '../shared/locator';
import type { FieldIssue } from '../shared/parameters';
import {
	checked,
	isBlank,
	numericId,
	optionalMoment,
	optionalNumericId,
	quote,
	text,
} from '../shared/schema';

const contactIdProperty = {
	displayName: 'Contact ID',
	name: 'contactId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1102755',
} as const satisfies INodeProperties;

/** The contact that an operation is about. */
export const contactId = field(
	{
		...contactIdProperty,
		required: true,
		description: 'The ID of the contact, out of another Contact operation',
	},
	text,
);

/** The contact that a new message belongs to. */
export const messageContactId = field(
	{
		...contactIdProperty,
		required: true,
		description: 'The ID of the contact that the message was exchanged with',
	},
	numericId,
);

/** The contact of a message that exists already. */
export const newContactId = field(
	{
		...contactIdProperty,
		description: 'The contact to move the message to; leave empty to keep it',
	},
	optionalNumericId,
);

/** The message that an operation is about. */
export const messageId = field(
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 393642',
		description: 'The ID of the message, out of another Message operation',
	},
	text,
);

/** The user that a record belongs to; the document shows it in contacts and messages. */
export function userId(description: string) {
	return locator(
		{
			displayName: 'User',
			name: 'userId',
			placeholder: 'e.g. 78',
			description,
			searchListMethod: 'searchUsers',
		},
		optionalNumericId,
	);
}

/**
 * The two ends of a list by the time of the last update (GrowthGenius API Reference, "Get All
 * Contacts" and "Get All Messages").
 */
export const filters = collection(
	{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
	[
		field(
			{
				displayName: 'Updated From',
				name: 'from',
				type: 'dateTime',
				default: '',
				description:
					"Only what was updated at this time or later. Without an offset it is in the workflow's time zone.",
			},
			optionalMoment,
		),
		field(
			{
				displayName: 'Updated To',
				name: 'to',
				type: 'dateTime',
				default: '',
				description:
					'Only what was updated up to this time. A date alone means the start of that day.',
			},
			optionalMoment,
		),
	],
);

interface Range {
	readonly from: string | undefined;
	readonly to: string | undefined;
}

/** A range that ends before it begins would silently find nothing. */
export function rangeIssues({ from, to }: Range): readonly FieldIssue[] {
	if (from === undefined || to === undefined || Date.parse(from) <= Date.parse(to)) return [];
	return [
		{
			field: 'Updated To',
			wrong: `(${to}) is before 'Updated From' (${from})`,
			fix: "Set 'Updated To' to a later time, or swap the two",
		},
	];
}

/** A company's domain; the address of a page on it is understood too. */
const domainSchema = checked<string>((value) => {
	if (isBlank(value)) return { wrong: 'is empty' };
	const given = typeof value === 'string' ? value.trim() : '';
	const host = given.replace(/^[a-z]+:\/\//i, '').replace(/[/?#:].*$/, '');
	const domain = host.replace(/^www\./i, '').toLowerCase();
	if (/^[^\s.@]+(\.[^\s.@]+)+$/.test(domain)) return { ok: domain };
	return { wrong: `must be a domain such as apple.com, not ${quote(value)}` };
});

export const domain = field(
	{
		displayName: 'Domain',
		name: 'domain',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. apple.com',
		description: "The company's domain, or the address of its web site",
	},
	domainSchema,
);

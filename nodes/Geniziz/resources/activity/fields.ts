import type { INodePropertyOptions } from 'n8n-workflow';
import { field, shownFor, type Field } from '../../../shared/form/field';
import {
	optionalContent,
	optionalMoment,
	optionalText,
	optionalWholeNumber,
	textList,
} from '../../../shared/form/schema';
import { textField } from '../../../shared/form/textField';
import { optionalLeadId } from '../lead/locator';

/**
 * What is said of each field: of an activity's body the document shows "{ }" and no more. Their names
 * follow its style (lead_id, date_created), and 'Other Fields' win.
 */
const about = (vendorName: string, description: string) => ({
	description: `${description}. Sent as '${vendorName}', a name in the style of Geniziz's document, which shows none of an activity's. If Geniziz has another, use 'Other Fields' instead.`,
});

const lead = {
	...optionalLeadId,
	property: {
		...optionalLeadId.property,
		...about('lead_id', 'The lead that it belongs to'),
	},
};

const NOT_SET: INodePropertyOptions = { name: 'Not Set', value: '' };

/** A dropdown that may be left alone; an expression may give words that it lacks. */
const choice = <const Name extends string>(
	property: { displayName: string; name: Name; description: string },
	...options: INodePropertyOptions[]
) =>
	field(
		{ ...property, type: 'options', default: '', options: [NOT_SET, ...options] },
		optionalText,
	);

const direction = choice(
	{
		displayName: 'Direction',
		name: 'direction',
		...about('direction', 'Whether it came in or went out'),
	},
	{ name: 'Inbound', value: 'inbound' },
	{ name: 'Outbound', value: 'outbound' },
);

const dateStart = field(
	{
		displayName: 'Start Time',
		name: 'dateStart',
		type: 'dateTime',
		default: '',
		...about('date_start', "When it starts, in the workflow's time zone if it has no offset"),
	},
	optionalMoment,
);

const duration = textField(
	{
		displayName: 'Duration (Seconds)',
		name: 'duration',
		placeholder: 'e.g. 300',
		...about('duration', 'How long it takes, as a whole number of seconds'),
	},
	optionalWholeNumber({ min: 0 }),
);

const RECIPIENTS = 'with commas between them; an expression may give a list';

const to = textField(
	{
		displayName: 'To',
		name: 'to',
		placeholder: 'e.g. name@email.com',
		...about('to', `The addresses or phone numbers that get it, ${RECIPIENTS}`),
	},
	textList,
);

const cc = textField(
	{
		displayName: 'CC',
		name: 'cc',
		placeholder: 'e.g. name@email.com',
		...about('cc', `The addresses that get a copy, ${RECIPIENTS}`),
	},
	textList,
);

const subject = textField(
	{
		displayName: 'Subject',
		name: 'subject',
		placeholder: 'e.g. A question about your plan',
		...about('subject', 'The subject as its recipients see it'),
	},
	optionalContent,
);

const body = textField(
	{
		displayName: 'Body',
		name: 'body',
		typeOptions: { rows: 5 },
		placeholder: 'e.g. Thank you, see you on Monday.',
		...about('body', 'The text as its recipients see it, line breaks included'),
	},
	optionalContent,
);

const note = textField(
	{
		displayName: 'Note',
		name: 'note',
		typeOptions: { rows: 3 },
		placeholder: 'e.g. Asked for a demo',
		...about('note', 'What is worth knowing about it, line breaks included'),
	},
	optionalContent,
);

/** "the real message state machine (draft by default; "outbox" sends)" */
const status = choice(
	{
		displayName: 'Status',
		name: 'status',
		...about(
			'status',
			"'Outbox' makes Geniziz send the message to its recipients; 'Draft' does not. A new message is a draft unless you choose otherwise",
		),
	},
	{ name: 'Draft', value: 'draft', description: 'Keep it in Geniziz, where it can be sent later' },
	{ name: 'Outbox', value: 'outbox', description: 'Send it to its recipients at once' },
);

/** The usual fields of an activity, each shown for the types that it belongs to. */
export const activityFields = [
	lead,
	ofType(direction, 'call', 'channel_message'),
	ofType(dateStart, 'call', 'meeting'),
	ofType(duration, 'call', 'meeting'),
	ofType(to, 'email', 'sms'),
	ofType(cc, 'email'),
	ofType(subject, 'email', 'meeting'),
	ofType(body, 'email', 'sms', 'channel_message'),
	ofType(note, 'note', 'call', 'meeting'),
	ofType(status, 'email', 'sms'),
] as const;

/** The same of a message in a conversation, which knows its lead. */
export const messageFields = [
	inMessage(to, 'email', 'sms'),
	inMessage(cc, 'email'),
	inMessage(subject, 'email'),
	inMessage(body, 'email', 'sms'),
	inMessage(note, 'note'),
	inMessage(status, 'email', 'sms'),
] as const;

function ofType<F extends Field>(each: F, ...types: readonly string[]) {
	return shownFor('activityType', types, each);
}

function inMessage<F extends Field>(each: F, ...types: readonly string[]) {
	return shownFor('messageType', types, each);
}

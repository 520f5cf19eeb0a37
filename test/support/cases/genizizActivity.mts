// Activities of two types, and conversations.
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { byId } from '../results.mts';
import type { OperationCase } from '../vendor.mts';
import {
	deleteCase,
	EARLIER,
	entered,
	getCase,
	LATER,
	listCase,
	makes,
	openCase,
	openCrudCases,
	SUCCESS,
	updateCase,
	V1,
} from './genizizMakers.mts';
import { undescribed } from './undescribed.mts';

const notes = {
	path: `${V1}/activity/note/`,
	id: 'activityId',
	label: 'Activity ID',
	parameters: { activityType: 'note' },
	prepare: makes('activities', { type: 'note', lead_id: SEED.lead }),
};

const conversations = {
	path: `${V1}/conversation/`,
	id: 'conversationId',
	label: 'Conversation ID',
	prepare: makes('conversations', { contact_id: SEED.contact }),
};

/** The example of each of their operations, by 'resource.operation'. */
export const genizizActivityCases: Readonly<Record<string, OperationCase>> = {
	'activity.create': {
		parameters: {
			activityType: '={{ $json.type }}',
			leadId: byId(SEED.lead),
			note: '={{ $json.note }}',
			fieldValues: entered({ custom_source: 'fair' }),
		},
		items: [
			{ type: 'note', note: 'Asked for a demo' },
			{ type: 'call', note: 'Left a message' },
		],
		bad: { item: { type: 'created' }, field: 'Activity Type' },
		request: {
			method: 'POST',
			path: notes.path,
			body: { lead_id: SEED.lead, note: 'Asked for a demo', custom_source: 'fair' },
		},
		output: { type: 'note', lead_id: SEED.lead, note: 'Asked for a demo' },
		refusedField: ['lead_id', 'Lead'],
		...undescribed(SUCCESS),
	},
	'activity.get': getCase(notes),
	'activity.getAll': listCase(`${V1}/activity/`, notes.prepare, { activityType: 'all' }),
	'activity.update': updateCase(notes, 'note'),
	'activity.delete': deleteCase(notes),
	...openCrudCases('conversation', conversations, 'subject'),
	'conversation.restore': {
		parameters: { conversationId: '={{ $json.id }}' },
		items: [{ id: LATER }, { id: EARLIER }],
		bad: { item: { id: '' }, field: 'Conversation ID' },
		request: { method: 'POST', path: `${conversations.path}${LATER}/restore/`, body: {} },
		output: { id: LATER },
		...undescribed({ ...SUCCESS, id: LATER }),
		prepare: async (site) => {
			await conversations.prepare(site);
			for (const id of [EARLIER, LATER]) await site.call('DELETE', `${conversations.path}${id}/`);
		},
	},
	'conversation.addMessage': {
		...openCase({ method: 'POST', path: `${conversations.path}${LATER}/message/` }, 'note'),
		parameters: {
			conversationId: '={{ $json.id }}',
			messageType: 'note',
			note: '={{ $json.value }}',
		},
		items: [
			{ id: LATER, value: 'One' },
			{ id: EARLIER, value: 'Two' },
		],
		bad: { item: { id: '' }, field: 'Conversation ID' },
		request: {
			method: 'POST',
			path: `${conversations.path}${LATER}/message/`,
			body: { type: 'note', note: 'One' },
		},
		refusedField: ['type', 'Message Type'],
		undocumented: SUCCESS,
		prepare: conversations.prepare,
	},
};

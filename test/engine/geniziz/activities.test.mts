// What the fields of an activity and of a message become, and what is never sent twice.
import type { INodeParameters } from 'n8n-workflow';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { byId, errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

const create = { resource: 'activity', operation: 'create' };
const named = (name: string, value: string) => ({ values: [{ name, value }] });

async function sentBody(parameters: INodeParameters, item = {}): Promise<unknown> {
	const result = await site.run(parameters, [item], { timezone: 'America/New_York' });
	expect(result.error).toBeUndefined();
	return (await site.received())[0]?.body;
}

/** Every field that the form of some type has. */
const everything = {
	leadId: byId(SEED.lead),
	direction: 'inbound',
	dateStart: '2026-01-31T09:00:00',
	duration: ' 300 ',
	to: 'ada@acme.example, bob@acme.example',
	cc: '={{ ["eve@acme.example"] }}',
	subject: 'Your plan ',
	body: 'Hi Ada,\n\nsee you. ',
	note: 'Asked for\na demo',
	status: 'draft',
};

const sent = {
	lead_id: SEED.lead,
	direction: 'inbound',
	date_start: '2026-01-31T09:00:00.000-05:00',
	duration: 300,
	to: ['ada@acme.example', 'bob@acme.example'],
	cc: ['eve@acme.example'],
	subject: 'Your plan ',
	body: 'Hi Ada,\n\nsee you. ',
	note: 'Asked for\na demo',
	status: 'draft',
};

function only(...names: ReadonlyArray<keyof typeof sent>): object {
	return Object.fromEntries(names.map((name) => [name, sent[name]]));
}

const ofTypes: ReadonlyArray<readonly [type: string, names: ReadonlyArray<keyof typeof sent>]> = [
	['note', ['lead_id', 'note']],
	['call', ['lead_id', 'direction', 'date_start', 'duration', 'note']],
	['meeting', ['lead_id', 'date_start', 'duration', 'subject', 'note']],
	['email', ['lead_id', 'to', 'cc', 'subject', 'body', 'status']],
	['sms', ['lead_id', 'to', 'body', 'status']],
	['channel_message', ['lead_id', 'direction', 'body']],
	['custom', ['lead_id']],
];

describe.each(ofTypes)('the type %s', (type, names) => {
	test('is created with its own fields and no others', async () => {
		const parameters = { ...create, ...everything, activityType: type };
		expect(await sentBody(parameters)).toEqual(only(...names));
	});

	test('has them also where it comes out of an expression', async () => {
		const parameters = { ...create, ...everything, activityType: '={{ $json.type }}' };
		expect(await sentBody(parameters, { type })).toEqual(only(...names));
	});

	test('sends nothing but what is named where no field is filled in', async () => {
		const parameters = { ...create, activityType: type, fieldValues: named('x', 'y') };
		expect(await sentBody(parameters)).toEqual({ x: 'y' });
	});

	test('is changed with the same fields, those that are empty left out', async () => {
		const [made] = await site.sandbox.geniziz.make('activities', [{ type }]);
		const empty = Object.fromEntries(Object.keys(everything).map((name) => [name, '']));
		const parameters = { resource: 'activity', operation: 'update', activityId: made?.id };
		const leadId = byId(SEED.lead);
		const body = await sentBody({ ...parameters, ...empty, activityType: type, leadId });
		expect(body).toEqual({ lead_id: SEED.lead });
	});
});

test('what other fields say wins over a field of the form', async () => {
	const fieldValues = named('note', 'By name');
	const parameters = { ...create, activityType: 'note', note: 'By field', fieldValues };
	expect(await sentBody(parameters)).toEqual({ note: 'By name' });
});

test('a word that a dropdown lacks may come out of an expression', async () => {
	const direction = '={{ $json.way }}';
	const parameters = { ...create, activityType: 'call', direction };
	expect(await sentBody(parameters, { way: 'incoming' })).toEqual({ direction: 'incoming' });
});

const addMessage = {
	resource: 'conversation',
	operation: 'addMessage',
	conversationId: SEED.conversation,
};

test.each([
	['note', only('note')],
	['email', only('to', 'cc', 'subject', 'body', 'status')],
	['sms', only('to', 'body', 'status')],
])('a message of the type %s has its own fields', async (type, body) => {
	const parameters = { ...addMessage, ...everything, messageType: type };
	expect(await sentBody(parameters)).toEqual({ type, ...body });
});

describe('a message that goes out', () => {
	const to = 'ada@acme.example';
	const update = { resource: 'activity', operation: 'update', activityId: '={{ $json.type }}', to };
	const asJson = (jsonBody: object) => ({ dataMode: 'json', jsonBody: JSON.stringify(jsonBody) });
	const ways: ReadonlyArray<readonly [how: string, parameters: INodeParameters]> = [
		['by its field', { status: 'outbox' }],
		['by name', { fieldValues: named('status', 'outbox') }],
		['by JSON', asJson({ status: 'outbox', to: [to] })],
		['in a state that the document does not name', { status: '={{ "scheduled" }}' }],
	];
	const lost = [
		['was lost', { kind: 'reset', when: 'after' }],
		['is a 500', { kind: 'status', status: 500, when: 'after' }],
		['is a 502', { kind: 'status', status: 502, when: 'after' }],
	] as const;
	const all = ['email', 'sms'].flatMap((type) =>
		ways.flatMap(([how, parameters]) =>
			lost.map(([what, fault]) => [type, how, what, { parameters, fault }] as const),
		),
	);

	const writes: ReadonlyArray<readonly [INodeParameters, string]> = [
		[update, 'activityType'],
		[{ ...create, to }, 'activityType'],
		[{ ...addMessage, to }, 'messageType'],
	];

	beforeEach(async () => {
		const drafts = ['email', 'sms'].map((type) => ({ id: type, type, status: 'draft' }));
		await site.sandbox.geniziz.make('activities', drafts);
	});

	test.each(all)(
		'(%s, %s) is not sent again when the answer %s',
		async (type, _how, _what, { parameters, fault }) => {
			for (const [write, typed] of writes) {
				const before = (await site.received()).length;
				await site.sandbox.fault(fault);
				const result = await site.run({ ...write, [typed]: type, ...parameters }, [{ type }]);
				expect(errorOf(result).message).toMatch(/^Geniziz/);
				expect(await site.received()).toHaveLength(before + 1);
			}
		},
	);

	/** The email as it stands at Geniziz; an update need not be answered with it. */
	const emailNow = async () => {
		const { activities } = (await site.sandbox.state()).geniziz;
		return activities.find(({ id }) => id === 'email');
	};

	const updateEmail = async (parameters: INodeParameters) =>
		await site.run({ ...update, activityType: 'email', ...parameters }, [{ type: 'email' }]);

	test('is told as what may have been taken, and it was', async () => {
		await site.sandbox.fault({ kind: 'reset', when: 'after' });
		const error = errorOf(await updateEmail({ status: 'outbox' }));
		expect(error.description).toContain('may have taken the request all the same');
		expect(['outbox', 'sent']).toContain((await emailNow())?.status);
	});

	test('is sent again when it surely was not taken', async () => {
		await site.sandbox.fault({ kind: 'rateLimit', retryAfter: 0 });
		const { items } = await updateEmail({ status: 'outbox' });
		expect(items[0]?.json).toMatchObject({ id: 'email' });
		expect(['outbox', 'sent']).toContain((await emailNow())?.status);
		expect(await site.received()).toHaveLength(2);
	});

	test.each<[string, INodeParameters]>([
		['stays a draft', { status: 'draft' }],
		['has no status', { subject: 'Hello' }],
		['has no status in its JSON', asJson({ subject: 'Hello' })],
	])('is another thing than one that %s, which is changed again', async (_, parameters) => {
		await site.sandbox.fault({ kind: 'reset', when: 'after' });
		const { items } = await updateEmail(parameters);
		expect(items[0]?.json).toMatchObject({ id: 'email' });
		expect(await emailNow()).toMatchObject({ status: 'draft' });
		expect(await site.received()).toHaveLength(2);
	});
});

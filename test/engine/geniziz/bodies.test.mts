// What the fields of Geniziz's form become, and what is refused before anything is sent.
import type { INodeParameters } from 'n8n-workflow';
import { GENIZIZ_SEED as SEED } from '../../../sandbox/client.mts';
import { byId, errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { geniziz } from '../../support/vendors/geniziz.mts';

const site = useVendor(geniziz);

async function bodyOf(parameters: INodeParameters, item = {}): Promise<unknown> {
	const result = await site.run(parameters, [item]);
	expect(result.error).toBeUndefined();
	return (await site.received())[0]?.body;
}

async function refusal(parameters: INodeParameters, item = {}): Promise<string> {
	const error = errorOf(await site.run(parameters, [item]));
	expect(await site.received()).toEqual([]);
	return error.message.replace(' [Item 0]', '');
}

const opportunity = (value: INodeParameters) => ({
	resource: 'opportunity',
	operation: 'update',
	opportunityId: SEED.opportunity,
	updateFields: { value: { values: value } },
});

describe('the value of an opportunity', () => {
	test.each([
		[{ amount: 12_000, unit: 'currency' }, 1_200_000],
		[{ amount: 12_000 }, 1_200_000],
		[{ amount: 19.99, unit: 'currency' }, 1999],
		[{ amount: 1.15, unit: 'currency' }, 115],
		[{ amount: '={{ 0.1 + 0.2 }}', unit: 'currency' }, 30],
		[{ amount: '12000.50', unit: 'currency' }, 1_200_050],
		[{ amount: 90_071_992_547.41, unit: 'currency' }, 9_007_199_254_741],
		[{ amount: 0, unit: 'currency' }, 0],
		[{ amount: 1_200_000, unit: 'cents' }, 1_200_000],
	])('%j is sent as %i cents', async (value, cents) => {
		expect(await bodyOf(opportunity(value))).toEqual({ value: cents });
	});

	test.each([
		[{ amount: 12.345, unit: 'currency' }, `'Value' must have two decimals at most, not "12.345"`],
		[{ amount: 0.5, unit: 'cents' }, `'Value' must have a whole number of cents, not "0.5"`],
		[{ amount: -1 }, `'Value' has: 'Amount' must be a number of at least 0, not "-1"`],
		[
			{ amount: 1, unit: 'dimes' },
			`'Value' has: 'Entered In' must be one of currency, cents, not "dimes"`,
		],
	])('%j is refused', async (value, words) => {
		expect(await refusal(opportunity(value))).toBe(words);
	});
});

describe('rows', () => {
	const lead = (emails: INodeParameters) => ({
		resource: 'lead',
		operation: 'create',
		name: 'Acme',
		additionalFields: { emails },
	});

	test('without anything in them are left out', async () => {
		const values = [{ email: '', type: '' }, { email: 'a@acme.example' }];
		expect(await bodyOf(lead({ values }))).toEqual({
			name: 'Acme',
			emails: [{ email: 'a@acme.example' }],
		});
	});

	test('none at all are not sent', async () => {
		expect(await bodyOf(lead({ values: [] }))).toEqual({ name: 'Acme' });
	});

	test('with something wrong are refused by their place', async () => {
		const values = [{ email: 'a@acme.example' }, { email: '={{ ["b"] }}', type: 'office' }];
		expect(await refusal(lead({ values }))).toBe(
			`'Emails' has in row 2: 'Email' must be text, not "["b"]"`,
		);
	});
});

describe('fields by name', () => {
	const template = (...values: INodeParameters[]) => ({
		resource: 'emailTemplate',
		operation: 'create',
		fieldValues: { values },
	});

	test('are sent with the type that is chosen', async () => {
		const parameters = template(
			{ name: 'text', type: 'asIs', value: '5' },
			{ name: 'same', type: 'asIs', value: '={{ $json.count }}' },
			{ name: 'number', type: 'number', value: ' 5.5 ' },
			{ name: 'yes', type: 'boolean', value: 'True' },
			{ name: 'no', type: 'boolean', value: '={{ false }}' },
			{ name: 'list', type: 'json', value: '["a", 1]' },
			{ name: 'object', type: 'json', value: '={{ $json.object }}' },
			{ name: 'nothing', type: 'json', value: 'null' },
			{ name: 'unset', value: '={{ $json.unset }}' },
		);
		expect(await bodyOf(parameters, { count: 7, object: { a: 1 } })).toEqual({
			text: '5',
			same: 7,
			number: 5.5,
			yes: true,
			no: false,
			list: ['a', 1],
			object: { a: 1 },
			nothing: null,
		});
	});

	test.each([
		['number', 'five', `a value that must be a number, not "five"`],
		['boolean', 'yes', `a value that must be true or false, not "yes"`],
		['json', '{', `a value that must be JSON such as ["a", "b"], not "{"`],
	])('of the type %s do not take "%s"', async (type, value, words) => {
		expect(await refusal(template({ name: 'x', type, value }))).toBe(
			`'Fields' has for 'x' ${words}`,
		);
	});

	test('need a name', async () => {
		expect(await refusal(template({ name: ' ', value: 'x' }))).toBe(
			`'Fields' has in row 1: 'Name' is empty`,
		);
	});
});

describe('an update', () => {
	const lead = { resource: 'lead', operation: 'update', leadId: byId(SEED.lead) };

	test.each([
		['no field', { ...lead, updateFields: {} }],
		['empty fields', { ...lead, updateFields: { industry: ' ', url: '={{ $json.none }}' } }],
		['an empty object', { ...lead, dataMode: 'json', jsonBody: '{}' }],
		[
			'no field of an open body',
			{ resource: 'conversation', operation: 'update', conversationId: SEED.conversation },
		],
	])('that sets %s is refused', async (_, parameters) => {
		expect(await refusal(parameters)).toBe(`'Data' sets nothing to change`);
	});

	test('sends only what is set', async () => {
		const updateFields = { industry: 'Retail', url: '', mrr: 0 };
		expect(await bodyOf({ ...lead, updateFields })).toEqual({ industry: 'Retail', mrr: 0 });
	});

	test('empties a field by JSON', async () => {
		expect(await bodyOf({ ...lead, dataMode: 'json', jsonBody: { industry: null } })).toEqual({
			industry: null,
		});
	});

	test('keeps what fields by name say, also an empty list', async () => {
		const values = [{ name: 'emails', type: 'json', value: '[]' }];
		expect(await bodyOf({ ...lead, updateFields: { otherFields: { values } } })).toEqual({
			emails: [],
		});
	});
});

test('a lead is not merged into itself', async () => {
	const parameters = {
		resource: 'lead',
		operation: 'merge',
		sourceLeadId: byId(SEED.lead),
		destinationLeadId: byId(SEED.lead),
	};
	expect(await refusal(parameters)).toBe(`'Destination Lead' is the same as 'Source Lead'`);
});

test.each(['email', 'sms'])('a message is a draft of the type %s, or goes out', async (type) => {
	const parameters = {
		resource: 'conversation',
		operation: 'addMessage',
		conversationId: SEED.conversation,
		messageType: type,
		fieldValues: { values: [{ name: 'body', value: 'Hello' }] },
	};
	const { items } = await site.run(parameters);
	const { activities } = (await site.sandbox.state()).geniziz;
	const draft = activities.find(({ body }) => body === 'Hello');
	expect(draft).toMatchObject({ type, status: 'draft' });
	// The document shows no answer.
	const answer = site.documents === 'strict' ? { success: true } : { type, status: 'draft' };
	expect(items[0]?.json).toMatchObject(answer);
	expect((await site.received())[0]?.body).toEqual({ type, body: 'Hello' });
});

test('an ID with a slash does not reach another endpoint', async () => {
	const leadId = byId('x/../../opportunity');
	const error = errorOf(await site.run({ resource: 'lead', operation: 'get', leadId }));
	expect(error.httpCode).toBe('404');
	expect((await site.received())[0]?.path).toBe('/api/v1/lead/x%2F..%2F..%2Fopportunity/');
});

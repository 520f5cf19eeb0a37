// What is sent to create and to change contacts and messages.
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorOf } from '../../support/results.mts';
import { useVendor } from '../../support/site.mts';
import { growthGenius } from '../../support/vendors/growthGenius.mts';

const site = useVendor(growthGenius);

const create = { resource: 'contact', operation: 'create' };
const update = { resource: 'contact', operation: 'update', contactId: 1102755 };
const updateMessage = { resource: 'message', operation: 'update', messageId: 393642 };

async function sentBody(parameters: INodeParameters, item: IDataObject = {}): Promise<unknown> {
	const result = await site.run(parameters, [item]);
	expect(result.error).toBeUndefined();
	return (await site.received())[0]?.body;
}

test('an update sends only what is set, and the rest of the contact stays', async () => {
	const parameters = {
		...update,
		firstName: '',
		title: 'CTO',
		email: '={{ $json.nothing }}',
		additionalFields: { city: '', website: ' apple.com ' },
		customFields: { custom9: 'nine', custom1: '' },
	};
	expect(await sentBody(parameters)).toEqual({
		contact: { title: 'CTO', website: 'apple.com', custom9: 'nine' },
	});
	const after = await site.call('GET', '/integrations/v1/contacts/1102755?user_id=78');
	expect(after).toMatchObject({ contact: { title: 'CTO', first_name: 'Tony', custom9: 'nine' } });
});

test('a field is emptied with JSON', async () => {
	const parameters = { ...update, dataMode: 'json', jsonBody: '{"title": null}' };
	expect(await sentBody(parameters)).toEqual({ contact: { title: null } });
});

describe('fields are cleared', () => {
	const clearing = { clearFields: ['city', 'title', 'custom2'], clearOtherFields: 'nick_name' };
	const nulls = { city: null, title: null, custom2: null, nick_name: null };

	test('of a contact, whichever part of the form they are in', async () => {
		const parameters = { ...update, email: 'a@x.example', additionalFields: clearing };
		expect(await sentBody(parameters)).toEqual({ contact: { email: 'a@x.example', ...nulls } });
		const after = await site.call('GET', '/integrations/v1/contacts/1102755?user_id=78');
		expect(after).toMatchObject({ contact: { title: null, first_name: 'Tony' } });
	});

	test('of a message', async () => {
		const additionalFields = { clearFields: ['rendered_copy', 'sent_at'] };
		expect(await sentBody({ ...updateMessage, additionalFields })).toEqual({
			message: { rendered_copy: null, sent_at: null },
		});
	});

	test.each<[string, INodeParameters, string]>([
		['a field', { ...update, title: 'CTO', additionalFields: clearing }, 'Job Title'],
		[
			'a custom field',
			{ ...update, customFields: { custom2: 'x' }, additionalFields: clearing },
			'Custom 2',
		],
		['one beside it', { ...update, additionalFields: { ...clearing, city: 'Rome' } }, 'City'],
		[
			'one of a message',
			{ ...updateMessage, renderedCopy: 'Hey', additionalFields: { clearFields: 'rendered_copy' } },
			'Text',
		],
	])('but not when they are set as well: %s', async (_, parameters, label) => {
		const error = errorOf(await site.run(parameters));
		const words = `'Clear Fields' clears '${label}', which is set as well [Item 0]`;
		expect(error.message).toBe(words);
		expect(await site.received()).toEqual([]);
	});
});

test('an update whose answer is empty names what it changed, as Get does', async () => {
	await site.sandbox.fault({ kind: 'empty', status: 204, times: 2 });
	const changed = await site.run({ ...update, title: 'CTO' });
	const message = await site.run({ ...updateMessage, renderedCopy: 'Hey' });
	expect([changed, message].map(({ items }) => items[0]?.json)).toEqual([
		{ success: true, id: 1102755 },
		{ success: true, id: 393642 },
	]);
});

test('an ID that is too long for a number is given out as it is', async () => {
	await site.sandbox.fault({ kind: 'empty', status: 204 });
	const contactId = '90071992547409931';
	const { items } = await site.run({ ...update, contactId, title: 'CTO' });
	expect(items[0]?.json).toEqual({ success: true, id: contactId });
});

test('values of which the document shows no type are sent as they are given', async () => {
	const additionalFields = {
		annualRevenue: '={{ 25000000 }}',
		employeeCount: '51-200',
		labelNames: '={{ ["VIP", "Fair"] }}',
		lists: 'Banks',
		unstructuredData: '{"source": "fair"}',
	};
	expect(await sentBody({ ...create, additionalFields })).toEqual({
		contact: {
			annual_revenue: 25_000_000,
			employee_count: '51-200',
			label_names: ['VIP', 'Fair'],
			lists: 'Banks',
			unstructured_data: { source: 'fair' },
		},
	});
});

test('unstructured data may be plain text', async () => {
	const additionalFields = { unstructuredData: 'met at the fair' };
	expect(await sentBody({ ...create, additionalFields })).toEqual({
		contact: { unstructured_data: 'met at the fair' },
	});
});

describe.each([
	['contact', { ...create, dataMode: 'json' }, { first_name: 'Ada' }],
	['message', { ...updateMessage, dataMode: 'json' }, { rendered_copy: 'Hey' }],
])("JSON of a %s out of the vendor's examples", (wrapper, parameters, values) => {
	test.each([
		['with its wrapper', { [wrapper]: values }],
		['without it', values],
	])('may come %s', async (_, jsonBody) => {
		const body = await sentBody(
			{ ...parameters, jsonBody: '={{ $json.body }}' },
			{ body: jsonBody },
		);
		expect(body).toEqual({ [wrapper]: values });
	});
});

describe('nothing to send', () => {
	test.each<[string, INodeParameters, string]>([
		['a new contact', create, "'Data' sets nothing to create"],
		['a contact', update, "'Data' sets nothing to change"],
		['a message', updateMessage, "'Data' sets nothing to change"],
		['a contact as JSON', { ...update, dataMode: 'json', jsonBody: '{}' }, "'Data' sets nothing"],
		[
			'a wrapped contact as JSON',
			{ ...update, dataMode: 'json', jsonBody: '{"contact": {}}' },
			"'Data' sets nothing",
		],
	])('for %s is bad input', async (_, parameters, words) => {
		const error = errorOf(await site.run(parameters));
		expect(error.message).toContain(words);
		expect(error.description).toContain('Set at least one field');
		expect(await site.received()).toEqual([]);
	});
});

test("a message's time without an offset is in the workflow's time zone", async () => {
	const parameters = { ...updateMessage, additionalFields: { sentAt: '2026-01-31T09:00:00' } };
	await site.run(parameters, [{}], { timezone: 'America/New_York' });
	expect((await site.received())[0]?.body).toEqual({
		message: { sent_at: '2026-01-31T09:00:00.000-05:00' },
	});
});

describe('an answer that was lost', () => {
	test('does not make a second contact', async () => {
		await site.sandbox.fault({ kind: 'reset', when: 'after' });
		const error = errorOf(await site.run({ ...create, firstName: 'Ada' }));
		expect(error.description).toContain('may have taken the request all the same');
		expect(await site.received()).toHaveLength(1);
	});

	test('of an update is asked for again', async () => {
		await site.sandbox.fault({ kind: 'reset', when: 'after' });
		const { items } = await site.run({ ...update, title: 'CTO' });
		expect(items[0]?.json).toMatchObject({ id: 1102755 });
		expect(await site.received()).toHaveLength(2);
		const { contacts } = (await site.sandbox.state()).growthGenius;
		expect(contacts.find(({ id }) => id === 1102755)).toMatchObject({ title: 'CTO' });
	});
});

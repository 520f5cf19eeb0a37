import { engine } from '../../probe/engine.mts';
import { eachServer } from '../../probe/each.mts';
import { probe } from '../../probe/run.mts';

const server = eachServer();

const names = new Map([
	['type', 'Type'],
	['campaign_id', 'Campaign'],
	['campaignId', 'Campaign'],
]);

const required = 'This field is required.';

const bodies: Array<[unknown, string | undefined]> = [
	[{ message: 'No such lead' }, 'No such lead'],
	[{ error: 'No such lead' }, 'No such lead'],
	[{ detail: ' No such lead ' }, 'No such lead'],
	[{ error: { message: 'No such lead' } }, 'No such lead'],
	[{ error: 'invalid_grant', error_description: 'The key is old' }, 'invalid_grant'],
	['No such lead', 'No such lead'],
	[['One', 'Two'], 'One; Two'],
	[[{ message: 'One' }, { detail: 'Two' }], 'One; Two'],
	[{ type: [required] }, `'Type': ${required}`],
	[{ type: required }, `'Type': ${required}`],
	[{ errors: { type: [required, 'It is short.'] } }, `'Type': ${required} It is short.`],
	[{ errors: { other: [required] } }, `'other': ${required}`],
	[{ 'field-errors': { campaign_id: required } }, `'Campaign': ${required}`],
	[{ errors: [{ message: 'One' }, 'Two'] }, 'One; Two'],
	[
		{ message: 'Invalid', errors: { type: [required], campaign_id: ['Unknown'] } },
		`Invalid ('Type': ${required}; 'Campaign': Unknown)`,
	],
	[{ message: required, errors: { type: [required] } }, `'Type': ${required}`],
	[{ errors: { lead: { type: [required] } } }, `'Type': ${required}`],
	[{ errors: { leads: [{ type: [required] }, {}] } }, `'Type': ${required}`],
	[{ errors: {} }, undefined],
	[{ message: '' }, undefined],
	[{ message: null, code: 7 }, undefined],
	[{}, undefined],
	[[], undefined],
	[7, undefined],
	[null, undefined],
	[undefined, undefined],
	[{ constructor: 'x', __proto__: null }, "'constructor': x"],
];

test.each(bodies)('the words of %j are %j', (body, words) => {
	expect(engine.vendorMessage(body, names)).toBe(words);
});

test('a field of the vendor is named as the form names it', async () => {
	server.now.script = (_request, reply) => {
		reply.json({ errors: { thing_id: ['is taken'], value: ['is long'] } }, 422);
	};
	const { error } = await probe(server.now, 'create');

	expect(error?.message).toBe("Probe: 'Thing ID': is taken; 'Value': is long [Item 0]");
	expect(error?.description).toBe(
		'create thing: the values were not accepted: correct them and run it again (status 422)',
	);
});

test('a vendor that names fields in camel case is understood too', async () => {
	server.now.script = (_request, reply) => {
		reply.json({ errors: { thingId: ['is taken'] } }, 422);
	};
	const { error } = await probe(server.now, 'create');

	expect(error?.message).toBe("Probe: 'Thing ID': is taken [Item 0]");
});

const sentences: Array<[number, string]> = [
	[400, 'correct them'],
	[401, "check the key in the credential 'Probe API': in Probe under Settings"],
	[402, 'no credits left'],
	[403, "the key of the credential 'Probe API' has no access"],
	[404, 'check the IDs in the node'],
	[405, 'Base URL'],
	[410, 'removed there'],
	[413, 'make the batch smaller'],
	[429, 'too many requests'],
	[500, 'try again later'],
	[503, 'try again later'],
	[304, 'not expected'],
];

test.each(sentences)('status %i has its sentence', async (status, sentence) => {
	server.now.script = (_request, reply) => {
		reply.text(status === 304 ? '' : '{"message":"Own words"}', status);
	};
	const { error } = await probe(server.now, 'create', { options: { maxRetryWait: 0 } });

	expect(error?.message).toBe(
		`Probe${status === 304 ? ' answered with status 304' : ': Own words'} [Item 0]`,
	);
	expect(error?.description).toContain(sentence);
	expect(error?.description).toContain(`(status ${status})`);
	expect(error?.httpCode).toBe(String(status));
});

test('a time to call again that is over is no advice', async () => {
	server.now.script = (_request, reply) => {
		reply.json({}, 429, { 'retry-after': new Date(0).toUTCString() });
	};
	const { error } = await probe(server.now, 'get', { options: { maxRetryWait: 0 } });

	expect(error?.description).toContain('too many requests: send fewer');
});

test.each([
	[503, { 'retry-after': 7 }, false],
	[503, {}, true],
	[500, { 'retry-after': 7 }, true],
])('after status %i with %j a create may have been taken: %j', async (status, headers, may) => {
	server.now.script = (_request, reply) => {
		reply.json({}, status, headers);
	};
	const { error } = await probe(server.now, 'create', { options: { maxRetryWait: 0 } });

	expect(error?.description?.includes('may have taken the request')).toBe(may);
});

test.each(['ECONNREFUSED', 'ETIMEDOUT while it read', 'getaddrinfo ENOTFOUND x'])(
	'the own words of a vendor are kept, though they look like a network fault: %s',
	async (message) => {
		server.now.script = (_request, reply) => {
			reply.json({ message }, 400);
		};
		const { error } = await probe(server.now, 'create');

		expect(error?.message).toBe(`Probe: ${message} [Item 0]`);
	},
);

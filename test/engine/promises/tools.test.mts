// The engine as a tool of an AI agent, in both ways in which n8n's agents run tools: what the model
// gets to read.
import { jsonParse, type IDataObject } from 'n8n-workflow';
import { eachServer } from '../../probe/each.mts';
import type { Reply } from '../../probe/reply.mts';
import { probe, probeRun, type ProbeRun } from '../../probe/run.mts';
import type { Script } from '../../probe/server.mts';
import { AGENTS, readByModel } from '../../support/agent.mts';
import { textWith } from '../../support/results.mts';

const server = eachServer();

/** The longest answer, in characters. */
const MOST = 20_000;

const asked = { thingId: "={{ $fromAI('id') }}" };

function listOf(things: readonly IDataObject[]): Script {
	return (_, reply: Reply) => {
		reply.json({ things });
	};
}

describe.each(AGENTS)('agent %d', (agent) => {
	const texts = async (operation: string, calls: readonly IDataObject[], run: ProbeRun = {}) => {
		const parameters = { ...asked, ...run.parameters };
		return await readByModel(probeRun(server.now, operation, { ...run, parameters }), calls, agent);
	};
	const answer = async (operation: string, run: ProbeRun = {}) => {
		const [text = ''] = await texts(operation, [{ id: 't1' }], run);
		return { text, records: jsonParse<IDataObject[]>(text) };
	};

	// Not with the error output, for which n8n drops all that a tool gives under 3.1.
	test.each([undefined, 'stopWorkflow', 'continueRegularOutput'] as const)(
		'with On Error %s what the vendor refuses reaches the model',
		async (onError) => {
			server.now.script = (_, reply) => {
				reply.json({ message: 'The thing is gone' }, 404);
			};
			const { records } = await answer('get', { onError });
			expect(records).toEqual([
				{
					error: textWith('The thing is gone'),
					message: textWith('check the IDs'),
				},
			]);
		},
	);

	test('a wrong argument is named, and nothing is sent', async () => {
		const [text = ''] = await texts('get', [{ id: ' ' }]);
		expect(jsonParse(text)).toEqual([
			{
				error: textWith("'Thing ID' is empty"),
				message: "Call the tool again with another 'id'. Nothing was sent.",
			},
		]);
		expect(server.now.seen).toEqual([]);
	});

	test('what no argument can change is said to be set in the workflow', async () => {
		const { records } = await answer('get', { options: { requestTimeout: 'soon' } });
		expect(records).toEqual([
			{
				error: textWith("'Request Timeout (Seconds)' must be a number"),
				message: textWith('set in the workflow, not by an argument'),
			},
		]);
	});

	test('an operation that is not there, and a Base URL that is none, are errors to read', async () => {
		const [other, lost] = [await answer('fly'), await answer('get', { baseUrl: 'nowhere' })];
		expect(other.records).toMatchObject([{ error: textWith("'fly'") }]);
		expect(lost.records).toMatchObject([{ error: textWith('Base URL') }]);
	});

	test('with Retry On Fail each call is one of its own', async () => {
		server.now.script = ({ body }, reply) => {
			reply.json(body);
		};
		const calls = [{ id: 't1' }, { id: 't2' }];
		const read = await texts('create', calls, { retryOnFail: true });
		expect(read.map((text) => jsonParse(text))).toEqual([[{ id: 't1' }], [{ id: 't2' }]]);
	});

	test('an empty list is said to be empty', async () => {
		server.now.script = listOf([]);
		const { records } = await answer('listAll');
		expect(records).toEqual([{ note: textWith('no record') }]);
	});

	test('of a long list the first records come whole, and how many do not is said', async () => {
		const things = Array.from({ length: 60 }, (_, at) => ({ at, text: 'x'.repeat(1000) }));
		server.now.script = listOf(things);
		const { text, records } = await answer('listAll', { parameters: { returnAll: true } });
		expect(text.length).toBeLessThanOrEqual(MOST);
		const [note, ...reversed] = records.toReversed();
		const whole = reversed.toReversed();
		expect(whole).toEqual(things.slice(0, whole.length));
		expect(whole.length).toBeGreaterThan(15);
		expect(note).toEqual({ note: textWith(`${60 - whole.length} of 60 records`) });
		expect(note).toEqual({ note: textWith("'Limit'") });
	});

	test('a list that just fits comes whole', async () => {
		const things = Array.from({ length: 19 }, (_, at) => ({ at, text: 'x'.repeat(1000) }));
		server.now.script = listOf(things);
		expect((await answer('listAll')).records).toEqual(things);
	});

	test.each([
		['a long text', { id: 't1', text: 'x'.repeat(100_000), short: 'y'.repeat(500) }],
		['many long texts', { id: 't1', texts: Array.from({ length: 90 }, () => 'x'.repeat(900)) }],
		['a long list', { id: 't1', list: Array.from({ length: 30_000 }, (_, at) => at) }],
		['what doubles as JSON', { id: 't1', text: '"\n'.repeat(40_000) }],
	])('a record with %s is cut, and keeps what is short', async (_, thing) => {
		server.now.script = (__, reply) => {
			reply.json(thing);
		};
		const { text, records } = await answer('get');
		expect(text.length).toBeLessThanOrEqual(MOST);
		expect(text.length).toBeGreaterThan(MOST / 4);
		expect(records[0]).toMatchObject({ id: 't1', ...('short' in thing && { short: thing.short }) });
		expect(text).toMatch(/… \(\d+ more (characters|entries)\)/);
		expect(records[1]).toEqual({ note: textWith('cut') });
	});

	test('a long record behind a short one is cut too', async () => {
		const long = { at: 1, text: 'x'.repeat(30_000) };
		server.now.script = listOf([{ at: 0 }, long, long]);
		const { text, records } = await answer('listAll');
		expect(text.length).toBeLessThanOrEqual(MOST);
		expect(text.length).toBeGreaterThan(MOST * 0.9);
		expect(records).toMatchObject([{ at: 0 }, { at: 1 }, { note: textWith('1 of 3 records') }]);
		expect(records[2]).toEqual({ note: textWith('cut here') });
	});

	test('a record with thousands of keys is cut as well', async () => {
		const keys = Array.from({ length: 5_000 }, (_, at): [string, string] => [`key ${at}`, '"']);
		server.now.script = (_, reply) => {
			reply.json(Object.fromEntries(keys));
		};
		const { text } = await answer('get');
		expect(text.length).toBeLessThanOrEqual(MOST);
		expect(text).toContain('key 100');
	});
});

test('without an agent nothing is cut', async () => {
	const things = Array.from({ length: 60 }, (_, at) => ({ at, text: 'x'.repeat(1000) }));
	server.now.script = listOf(things);
	const { items } = await probe(server.now, 'listAll', { parameters: { returnAll: true } });
	expect(items.map(({ json }) => json)).toEqual(things);
});

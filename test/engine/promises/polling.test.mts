import type { IDataObject, WorkflowExecuteMode } from 'n8n-workflow';
import { ProbeTrigger } from '../../probe/trigger.mts';
import { poll } from '../../support/engine.mts';
import { addNodeType } from '../../support/workflow.mts';

addNodeType(new ProbeTrigger());

let kept: IDataObject;

beforeEach(() => {
	kept = {};
});

interface Polled {
	readonly scope?: string;
	readonly ids?: string;
	readonly fault?: string;
	readonly mode?: WorkflowExecuteMode;
}

/** One poll; what is kept goes through JSON before the next one, as in n8n's database. */
async function polled({ scope = 'a', ids = '', fault = '', mode }: Polled): Promise<IDataObject> {
	const run = { type: 'probeTrigger', parameters: { scope, ids, fault }, credentials: {} };
	const output = await poll(run, kept, mode);
	kept = Object.fromEntries(Object.entries(structuredClone(kept)));
	return output?.[0]?.[0]?.json ?? {};
}

test('what was emitted is remembered from poll to poll', async () => {
	expect(await polled({ ids: 'x y' })).toMatchObject({ fresh: ['x', 'y'] });
	expect(await polled({ ids: 'y z' })).toMatchObject({ fresh: ['z'] });
	expect(await polled({ ids: 'x y z' })).toMatchObject({ fresh: [] });
});

test('another scope starts anew, and so does the first one after it', async () => {
	await polled({ ids: 'x' });

	expect(await polled({ scope: 'b', ids: 'x' })).toMatchObject({ fresh: ['x'] });
	expect(await polled({ scope: 'a', ids: 'x' })).toMatchObject({ fresh: ['x'] });
});

test('a manual run sees a sample and keeps nothing', async () => {
	await polled({ ids: 'x' });
	const before = structuredClone(kept);

	expect(await polled({ ids: 'x y', mode: 'manual' })).toMatchObject({ fresh: ['x', 'y'] });
	expect(kept).toEqual(before);
	expect(await polled({ scope: 'b', mode: 'manual' })).toMatchObject({ fresh: [] });
	expect(kept).toEqual(before);
});

test('remembers the last 10,000 and forgets the oldest first', async () => {
	const ids = Array.from({ length: 10_001 }, (_, index) => `i${index}`);
	await polled({ ids: ids.join(' ') });

	expect(kept.kept).toMatchObject({ ids: { length: 10_000 } });
	expect(await polled({ ids: 'i0 i1 i10000' })).toMatchObject({ fresh: ['i0'] });
	expect(kept.kept).toMatchObject({ ids: { length: 10_000 } });
});

test('what is still there is not forgotten, though much else came after it', async () => {
	await polled({ ids: 'stays' });
	for (let round = 0; round < 3; round++) {
		const others = Array.from({ length: 5000 }, (_, index) => `r${round}-${index}`);
		expect((await polled({ ids: ['stays', ...others].join(' ') })).fresh).not.toContain('stays');
	}
});

test.each([
	{ kept: 'x' },
	{ kept: { ids: [1, null, { id: 'x' }] } },
	{ kept: { ids: { x: true } }, fault: 'old' },
	{ kept: [], fault: [7] },
	{ emitted: ['x'] },
])('kept data of another form does no harm: %j', async (data) => {
	await polled({ ids: 'x' });
	// This process remembers what belongs to a row by the row's token.
	kept = { scope: kept.scope, token: 'of another process', ...data };

	expect(await polled({ ids: 'x', fault: '' })).toEqual({ fresh: ['x'], reported: false });
	expect(await polled({ fault: 'down' })).toEqual({ fresh: [], reported: true });
});

test('a fault that stays is reported once an hour', async () => {
	const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
	const minutes = async (count: number, fault: string, scope = 'a') => {
		clock.mockReturnValue(count * 60_000);
		return (await polled({ fault, scope })).reported;
	};

	expect(await minutes(0, 'down')).toBe(true);
	expect(await minutes(1, 'down')).toBe(false);
	expect(await minutes(59, 'down')).toBe(false);
	expect(await minutes(60, 'down')).toBe(true);
	expect(await minutes(61, 'down')).toBe(false);
	expect(await minutes(62, 'other')).toBe(true);
	expect(await minutes(63, '')).toBe(false);
	expect(await minutes(64, 'other')).toBe(true);
	expect(await minutes(65, 'other', 'b')).toBe(true);
	clock.mockRestore();
});

// The triggers that poll, in one of the ways in which n8n polls: from publishing to unpublishing.
import { withCredentials } from '../../../demo/credentials.mts';
import { until } from '../../../host/until.mts';
import { EVERY_FIVE_SECONDS, pollWorkflow, TRIGGERS, type Watched } from './poll.mts';
import { useStage } from './stage.mts';

/** How long an answer takes where polls are to overlap: longer than from one poll to the next. */
const SLOW = { kind: 'slow', ms: 7000, times: 3 } as const;

/**
 * The tests of a way in which n8n polls.
 *
 * @param env the variables that choose it
 */
export function testPolling(env: Record<string, string>): void {
	const stage = useStage(env);
	/** The workflow of each trigger. */
	const workflows = new Map<Watched, string>();
	const names: string[] = [];

	/** Makes a piece of news for each. */
	async function makeAll(name: string): Promise<void> {
		for (const { make } of TRIGGERS) await make(stage.sandbox, name);
	}

	async function makeNews(name: string): Promise<void> {
		names.push(name);
		await makeAll(name);
	}

	/** The names of what a trigger has put out until now. */
	async function emittedBy(watched: Watched): Promise<unknown[]> {
		const { n8n } = stage;
		const runs = await n8n.executions(workflows.get(watched) ?? '');
		const whole = await Promise.all(runs.map(async ({ id }) => await n8n.execution(id)));
		return whole
			.flatMap(({ data }) => data.Trigger?.items ?? [])
			.map(({ json }) => json[watched.key])
			.toReversed();
	}

	/** How often a trigger has asked for its list. */
	async function pollsOf({ path }: Watched): Promise<number> {
		const requests = await stage.sandbox.requests();
		return requests.filter((request) => request.path === path).length;
	}

	/** Waits until each of some triggers has asked so many times more. */
	async function polled(count: number, triggers: readonly Watched[] = TRIGGERS): Promise<void> {
		const goals = await Promise.all(triggers.map(async (each) => (await pollsOf(each)) + count));
		for (const [at, each] of triggers.entries()) {
			await until(
				async () => await pollsOf(each),
				(count) => count >= (goals[at] ?? 0),
			);
		}
	}

	/** Waits for all news, and then for polls that could put something out again. */
	async function expectAllOnce(): Promise<void> {
		for (const watched of TRIGGERS) {
			await until(
				async () => await emittedBy(watched),
				({ length }) => length >= names.length,
			);
		}
		await polled(2);
		const emitted = await Promise.all(TRIGGERS.map(emittedBy));
		expect(emitted).toEqual(TRIGGERS.map(() => names));
	}

	test('publishing notes where the vendor stands', async () => {
		const { n8n } = stage;
		for (const watched of TRIGGERS) {
			const { type, event } = watched;
			const workflow = pollWorkflow(type, { event, pollTimes: EVERY_FIVE_SECONDS });
			const [stored] = await n8n.importWorkflows([withCredentials(workflow, stage.credentials)]);
			workflows.set(watched, stored?.id ?? '');
			await n8n.publish(stored?.id ?? '');
		}
		await polled(2);
		expect(await Promise.all(TRIGGERS.map(emittedBy))).toEqual(TRIGGERS.map(() => []));
	});

	test('polls that overlap put nothing out twice', async () => {
		for (const { path } of TRIGGERS) await stage.sandbox.fault({ ...SLOW, path });
		await makeNews('while polls overlap');
		await expectAllOnce();
	});

	test('a restart loses nothing and repeats nothing', async () => {
		await makeNews('before the restart');
		await stage.n8n.restart();
		await expectAllOnce();
		await makeNews('after the restart');
		await expectAllOnce();
	});

	test('what is unpublished asks no more', async () => {
		const [last, ...others] = TRIGGERS.toReversed();
		if (last === undefined) throw new Error('There is no trigger');
		for (const each of others) await stage.n8n.unpublish(workflows.get(each) ?? '');
		// A poll that had begun may still ask.
		await polled(1, [last]);
		const before = await Promise.all(others.map(pollsOf));
		await makeAll('too late');
		await polled(2, [last]);
		expect(await Promise.all(others.map(pollsOf))).toEqual(before);
		expect(await Promise.all(others.map(emittedBy))).toEqual(others.map(() => names));
	});
}

import { z } from 'zod';
import { byName } from '../../shared/polling/byName';
import { idsKept, withIds, type EmittedIds } from '../../shared/polling/emittedIds';
import type { Keeping } from '../../shared/polling/state';
import type { SentJob } from '../resources/job/sentJobs';
import type { Look } from './look';

/** How long GenPage may refuse to tell of a job before the trigger gives it up, in ms. */
const GIVE_UP_MS = 24 * 60 * 60 * 1000;

/** What the trigger keeps of the jobs that it watches. */
export interface Watch {
	/** Jobs that it is done with: they have ended, or were given up. */
	readonly done: EmittedIds;
	/** Jobs that were sent and have not ended. One that is listed in the form needs no place here. */
	readonly waiting: readonly SentJob[];
	/** Since when GenPage refuses to tell of a job, in ms since the epoch, by the job's ID. */
	readonly refused: ReadonlyMap<string, number>;
}

const more = z.object({
	waiting: z.array(z.object({ id: z.string(), workspaceId: z.number().optional() })).optional(),
	refused: byName(z.number()).optional(),
});

/** How it is kept; what the first version of the trigger kept are the IDs alone. */
export const watchKept: Keeping<Watch> = {
	toRow: ({ done, waiting, refused }) => ({
		...idsKept.toRow(done),
		waiting: waiting.map(({ id, workspaceId }) => ({ id, workspaceId })),
		refused: Object.fromEntries(refused),
	}),
	fromRow: (row) => {
		const done = idsKept.fromRow(row);
		const parsed = more.safeParse(row);
		if (!done || !parsed.success) return undefined;
		const { waiting = [], refused = {} } = parsed.data;
		return { done, waiting, refused: new Map(Object.entries(refused)) };
	},
};

/** What is watched before anything was seen. @param done jobs that are no news */
export function startWatch(done: readonly SentJob[] = []): Watch {
	return { done: withIds(new Set(), idsOf(done)), waiting: [], refused: new Map() };
}

/**
 * The jobs to ask for: those that wait, and those that are new.
 *
 * @param listed the jobs that there are now, by the form or by what was sent
 */
export function toAsk({ done, waiting }: Watch, listed: readonly SentJob[]): SentJob[] {
	const jobs = new Map([...waiting, ...listed].map((job) => [job.id, job]));
	return [...jobs.values()].filter(({ id }) => !done.has(id));
}

/** What is watched after a look at the jobs that were asked for, and what there is to say of them. */
export interface Step {
	readonly watch: Watch;
	/** Jobs that are refused for the first time. */
	readonly refused: readonly string[];
	/** Jobs that have been refused for too long. */
	readonly givenUp: readonly string[];
}

/**
 * @param listed as for toAsk: those of them that are known stay so as long as they are listed
 * @param looks what was found out about each job that was asked for
 */
export function afterLooks(
	before: Watch,
	listed: readonly SentJob[],
	looks: ReadonlyMap<SentJob, Look>,
): Step {
	const since = new Map<string, number>();
	for (const [{ id }, look] of looks) {
		if (look.kind === 'refused') since.set(id, before.refused.get(id) ?? Date.now());
	}
	const givenUp = [...since].filter(([, at]) => Date.now() - at >= GIVE_UP_MS).map(([id]) => id);
	for (const id of givenUp) since.delete(id);
	const ended = [...looks].filter(([, look]) => look.kind === 'ended').map(([{ id }]) => id);
	const over = new Set([...ended, ...givenUp]);
	const still = idsOf(listed).filter((id) => before.done.has(id));
	const watch: Watch = {
		done: withIds(before.done, [...still, ...over]),
		waiting: [...looks.keys()].filter(({ id }) => !over.has(id)),
		refused: since,
	};
	return { watch, refused: [...since.keys()].filter((id) => !before.refused.has(id)), givenUp };
}

/** Whether two are kept in the same way. */
export function isSameWatch(one: Watch | undefined, other: Watch): boolean {
	return one !== undefined && rowText(one) === rowText(other);
}

function rowText(watch: Watch): string {
	return JSON.stringify(watchKept.toRow(watch));
}

function idsOf(jobs: readonly SentJob[]): string[] {
	return jobs.map(({ id }) => id);
}

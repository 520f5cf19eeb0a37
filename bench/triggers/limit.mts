// A long list without an order under a rate limit, in real time: whether polls hold others up.
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnSandbox } from '../../sandbox/client.mts';
import { LEADS, longestOf } from './hour.mts';
import { Leads, Trigger } from './geniziz.mts';
import { MINUTE } from './time.mts';

const MINUTES = 3;
/** Requests a minute: what polls and gets need together is more. */
const LIMIT = 100;
const GETS_A_MINUTE = 48;

/** Returns how long a get took at most while polls scanned the list, in ms. */
export async function measureLimit(): Promise<number> {
	const sandbox = await spawnSandbox();
	try {
		const geniziz = { order: 'id', rateLimit: LIMIT } as const;
		await sandbox.reset({ logBodies: false, geniziz });
		await Leads.make(sandbox, 'leadUpdated', LEADS);
		const trigger = new Trigger(sandbox, 'leadUpdated', 'limit');
		const waits: number[] = [];
		let requests = 0;
		const polling = (async () => {
			for (let minute = 0; minute < MINUTES; minute++) {
				const next = sleep(MINUTE);
				requests += (await trigger.poll()).requests;
				await next;
			}
		})();
		for (let count = 0; count < MINUTES * GETS_A_MINUTE; count++) {
			const next = sleep(MINUTE / GETS_A_MINUTE);
			waits.push(await trigger.getLead());
			await next;
		}
		await polling;
		const { byStatus } = await sandbox.summary();
		console.log(
			`  ${LIMIT} requests a minute, in real time: ${requests} for ${MINUTES} polls, ` +
				`${byStatus['429'] ?? 0} refused`,
		);
		return longestOf(waits);
	} finally {
		await sandbox.stop();
	}
}

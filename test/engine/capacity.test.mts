// A sandbox with a capacity works on so many requests at a time.
import { spawnSandbox, type SandboxProcess } from '../../sandbox/client.mts';

const SLOW = '/api/connect/users';
const QUICK = '/api/connect/contacts';

let sandbox: SandboxProcess;

beforeAll(async () => {
	sandbox = await spawnSandbox();
});

afterAll(() => sandbox.stop());

/** The order in which a slow request and then a quick one are answered. */
async function order(capacity: number): Promise<string[]> {
	await sandbox.reset({ capacity });
	await sandbox.fault({ kind: 'slow', path: SLOW, ms: 300 });
	const answered: string[] = [];
	const ask = async (path: string) => {
		const headers = { 'x-api-key': sandbox.skarbeKey };
		const response = await fetch(`${sandbox.url}${path}`, { headers });
		await response.text();
		answered.push(path);
	};
	const slow = ask(SLOW);
	while ((await sandbox.summary()).total === 0);
	await Promise.all([slow, ask(QUICK)]);
	return answered;
}

test('a request waits until there is a place for it', async () => {
	expect(await order(1)).toEqual([SLOW, QUICK]);
	expect(await sandbox.summary()).toMatchObject({ total: 2, maxInFlight: 2 });
});

test('there is a place for more', async () => {
	expect(await order(2)).toEqual([QUICK, SLOW]);
});

test('as it comes, there is a place for any number', async () => {
	expect(await order(0)).toEqual([QUICK, SLOW]);
});

test('a request that is over tells how long it took', async () => {
	await order(1);
	const { medianMs } = await sandbox.summary();
	expect(medianMs).toBeGreaterThanOrEqual(0);
});

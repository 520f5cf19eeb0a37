// Tests of the packed package in n8n's queue mode: main, two workers and a webhook process.
import engine, { common } from '../../jest.config.mjs';

export default {
	...engine,
	rootDir: '../..',
	projects: [
		{
			...common,
			// Projects are looked for from where all tests begin.
			rootDir: '.',
			displayName: 'queue',
			testMatch: ['<rootDir>/test/queue/*.test.mts'],
		},
	],
	testTimeout: 2_400_000,
	// Each file brings up four processes of n8n.
	maxWorkers: 1,
	// What a start that failed leaves running must not hold the end up.
	forceExit: true,
};

// End-to-end tests: the packed package in a real n8n, against the sandbox.
import engine, { common } from '../../jest.config.mjs';

// Projects are looked for from where all tests begin.
const project = { ...common, rootDir: '.' };

export default {
	...engine,
	rootDir: '../..',
	projects: [
		{
			...project,
			displayName: 'n8n',
			testMatch: ['<rootDir>/test/e2e/*.test.mts'],
		},
		{
			...project,
			displayName: 'n8n strict',
			setupFiles: [...common.setupFiles, '<rootDir>/test/support/strict.mts'],
			// The main flows of each vendor.
			testMatch: ['<rootDir>/test/e2e/{crm,enrichment,leadGeniusWait,pages,sync}.test.mts'],
		},
	],
	testTimeout: 180_000,
	// Each file brings up an n8n of its own, which mostly waits: for its scheduler, or for a minute of a limit.
	maxWorkers: 2,
	testSequencer: '<rootDir>/test/e2e/support/sequencer.cjs',
	// What a start that failed leaves running must not hold the end up.
	forceExit: true,
};

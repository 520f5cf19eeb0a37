// End-to-end tests: the packed package in a real n8n, against the sandbox.
import engine from '../../jest.config.mjs';

export default {
	...engine,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/*.test.mts'],
	testTimeout: 180_000,
	// Each file brings up an n8n of its own; two at a time would only take turns on a small machine.
	maxWorkers: 1,
};

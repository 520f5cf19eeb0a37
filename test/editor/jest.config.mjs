// Tests of n8n's editor: the packed package in a real n8n, opened in a real Chromium.
import engine, { common } from '../../jest.config.mjs';

// The pictures of the documents are made only when they are asked for.
const { PICTURES } = process.env;

export default {
	...engine,
	rootDir: '../..',
	projects: [
		{
			...common,
			// Projects are looked for from where all tests begin.
			rootDir: '.',
			displayName: 'editor',
			globalSetup: '<rootDir>/test/editor/support/ready.mts',
			setupFilesAfterEnv: ['<rootDir>/test/editor/support/again.mts'],
			testMatch: [`<rootDir>/test/editor/${PICTURES ? 'pictures' : '!(pictures)'}.test.mts`],
		},
	],
	testTimeout: 300_000,
	// Each file brings up an n8n and a Chromium.
	maxWorkers: 1,
	// What a start that failed leaves running must not hold the end up.
	forceExit: true,
};

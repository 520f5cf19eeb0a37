// Unit and engine tests: the compiled nodes in n8n-core's engine, against the sandbox.
export default {
	testMatch: ['<rootDir>/test/engine/**/*.test.mts'],
	moduleFileExtensions: ['mts', 'ts', 'js', 'mjs', 'cjs', 'json', 'node'],
	transform: {
		'\\.mts$': [
			'@swc/jest',
			{ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
		],
	},
	reporters: ['default', '<rootDir>/test/support/summary.cjs'],
	testEnvironment: 'node',
	setupFiles: ['<rootDir>/test/support/environment.mts'],
	testTimeout: 30_000,
	maxWorkers: 2,
	// A worker that has loaded n8n fifty times needs more than jest's 500 ms to give its memory back;
	// one that something keeps alive is still told of.
	workerGracefulExitTimeout: 10_000,
};

// Unit and engine tests: the compiled nodes in n8n-core's engine, against the sandbox.

/** Maps packages to what a worker loads once for all its test files. */
export const loadedOnce = (...names) => ({
	[`^(${names.join('|')})$`]: '<rootDir>/test/support/oneLoad/$1.cjs',
});

/** What every kind of test here has in common. */
export const common = {
	moduleFileExtensions: ['mts', 'ts', 'js', 'mjs', 'cjs', 'json', 'node'],
	transform: {
		'\\.mts$': [
			'@swc/jest',
			{ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
		],
	},
	testEnvironment: '<rootDir>/test/support/oneLoad/environment.cjs',
	moduleNameMapper: loadedOnce('fastify', 'n8n-core', 'n8n-workflow', 'zod'),
	setupFiles: [],
};

export default {
	projects: [
		{
			...common,
			displayName: 'engine',
			testMatch: ['<rootDir>/test/engine/**/*.test.mts'],
		},
		{
			...common,
			displayName: 'strict',
			setupFiles: [...common.setupFiles, '<rootDir>/test/support/strict.mts'],
			testMatch: ['<rootDir>/test/engine/*/*.test.mts'],
			// What stays out asks no vendor, or has both minds in itself.
			testPathIgnorePatterns: ['/promises/', '/operations', '/names', '/credential'],
		},
	],
	reporters: ['default', '<rootDir>/test/support/summary.cjs'],
	// For slow machines: no test takes so long by itself.
	testTimeout: 120_000,
	maxWorkers: 2,
	// A worker that has loaded n8n fifty times needs more than jest's 500 ms to give its memory back;
	// one that something keeps alive is still told of.
	workerGracefulExitTimeout: 10_000,
};

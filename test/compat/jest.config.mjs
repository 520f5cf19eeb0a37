// The packed package's main flows in the oldest and the newest n8n, and the compiled nodes with zod 4.
import location from '../../host/location.cjs';
import engine, { common, loadedOnce } from '../../jest.config.mjs';

// Projects are looked for from where all tests begin.
const project = { ...common, rootDir: '.' };

/** The end-to-end tests of the main flows; what n8n's main version has beyond the oldest is not in them. */
const FLOWS = '{agent,crm,enrichment,leadGeniusTrigger,leadGeniusWait,operations,pages,sync}';

/** What reads input, keeps state, or tells what is wrong, of all and of each vendor. */
const ZOD = [
	'promises/{answers,anything,distrust,expressions,input,items,news,polling,secrets}',
	'genPage/{lead.columns,lead.upsert,trigger,trigger.faults}',
	'geniziz/{bodies,trigger,trigger.changes}',
	'growthGenius/{bodies,trigger}',
	'leadGenius/{campaign.create,trigger.calls,trigger.ends,uploadAndWait,usage}',
	'skarbe/{contact,trigger}',
];

const zodProject = (displayName, resolver) => ({
	...project,
	displayName,
	// The nodes get another zod than n8n.
	moduleNameMapper: loadedOnce('fastify', 'n8n-core', 'n8n-workflow'),
	resolver: `<rootDir>/test/compat/support/${resolver}.cjs`,
	testMatch: [
		'<rootDir>/test/compat/zod/*.test.mts',
		...ZOD.map((files) => `<rootDir>/test/engine/${files}.test.mts`),
	],
});

export default {
	...engine,
	rootDir: '../..',
	projects: [
		...location.otherVersions('.').map((version) => ({
			...project,
			displayName: `n8n ${version}`,
			setupFiles: [...common.setupFiles, `<rootDir>/test/compat/support/n8n-${version}.mts`],
			testMatch: ['<rootDir>/test/compat/*.test.mts', `<rootDir>/test/e2e/${FLOWS}.test.mts`],
		})),
		zodProject('zod 4.0', 'zod40'),
		zodProject('zod 4.6', 'zod46'),
	],
	testTimeout: 180_000,
	// Each file brings up an n8n of its own; two at a time would only take turns on a small machine.
	maxWorkers: 1,
	// What a start that failed leaves running must not hold the end up.
	forceExit: true,
};

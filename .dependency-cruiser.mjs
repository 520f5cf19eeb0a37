// Which room may use which. docs/architecture.md draws it; `npm run lint:rooms` enforces it.

/** What each room of nodes/shared may use, beside itself and values/. */
const ROOMS = {
	values: [],
	meaning: [],
	form: ['meaning'],
	transport: ['vendor.ts'],
	lists: ['transport', 'vendor.ts'],
	run: ['form', 'meaning', 'transport', 'vendor.ts'],
	operations: ['form', 'meaning', 'transport', 'lists', 'run'],
	polling: ['transport', 'lists', 'vendor.ts'],
	webhooks: ['transport', 'run'],
};

const shared = (names) => `^nodes/shared/(${names.join('|')})(/|$)`;

const rooms = Object.entries(ROOMS).map(([room, others]) => ({
	name: `shared-${room}`,
	comment: `nodes/shared/${room} may use: ${['values', ...others].join(', ')}`,
	severity: 'error',
	from: { path: `^nodes/shared/${room}/` },
	to: { path: '^nodes/', pathNot: shared([room, 'values', ...others]) },
}));

/** The rooms of a vendor: its resources know neither its trigger nor its methods. */
const vendorRooms = [
	{
		name: 'vendor-resources',
		comment: 'What a resource needs stands in resources/, or in vendor.ts',
		severity: 'error',
		from: { path: '^nodes/[A-Z]\\w+/resources/' },
		to: { path: '^nodes/[A-Z]\\w+/(trigger|methods)/' },
	},
	{
		name: 'vendor-to-vendor',
		comment: 'Deleting one vendor breaks no other, and each is a package of its own',
		severity: 'error',
		from: { path: '^nodes/([A-Z]\\w+)/' },
		to: { path: '^nodes/[A-Z]\\w+/', pathNot: '^nodes/$1/' },
	},
	{
		name: 'door',
		comment: 'Vendors reach the network through a Client',
		severity: 'error',
		from: { path: '^nodes/[A-Z]\\w+/' },
		to: { path: '^nodes/shared/transport/(transport|exchange|limiter|retry|errors)\\.ts$' },
	},
];

export default {
	forbidden: [
		{
			name: 'no-circle',
			comment: 'Two files that import each other are one file, or lack a third',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		...rooms,
		...vendorRooms,
		{
			name: 'shared-vendor-file',
			comment: 'vendor.ts says what the engine must know of a vendor, in plain values',
			severity: 'error',
			from: { path: '^nodes/shared/vendor\\.ts$' },
			to: { path: '^nodes/', pathNot: '^nodes/shared/values/' },
		},
		{
			name: 'credentials',
			comment: "A credential is a form: it knows no vendor's folder and no request",
			severity: 'error',
			from: { path: '^credentials/' },
			to: { path: '^nodes/', pathNot: '^nodes/shared/(form|meaning|values)/' },
		},
		{
			name: 'no-shared-request-code',
			comment: 'A test proves nothing where it, or the sandbox, shares code with the nodes',
			severity: 'error',
			from: { path: '^(sandbox|test|host|demo)/' },
			to: { path: '^(nodes|credentials)/' },
		},
		{
			name: 'sandbox-alone',
			comment: "The sandbox is written from the vendors' documents, and knows no test",
			severity: 'error',
			from: { path: '^sandbox/' },
			to: { path: '^(test|host|demo|bench)/' },
		},
		{
			name: 'shipped-alone',
			comment: 'What is shipped uses nothing that is not',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { path: '^(sandbox|test|host|demo|bench|scripts)/' },
		},
		{
			name: 'resolved',
			comment: 'The file does not exist',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsConfig: { fileName: 'tsconfig.json' },
		// Also types: a circle of types is a circle for whoever reads it.
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { extensions: ['.ts', '.mts', '.mjs', '.js', '.cjs', '.json'] },
	},
};

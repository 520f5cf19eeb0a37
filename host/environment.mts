// The environment of a quiet n8n: no telemetry, no look-ups of n8n's own services, everything saved.
/** Ports and folders that one instance has for itself. */
export interface InstancePlace {
	userFolder: string;
	port: number;
	brokerPort: number;
	/** Serve the editor as well. */
	ui: boolean;
}

const OFF = [
	'N8N_DIAGNOSTICS_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED',
	'N8N_TEMPLATES_ENABLED',
	'N8N_PERSONALIZATION_ENABLED',
	'N8N_HIRING_BANNER_ENABLED',
	'N8N_DYNAMIC_BANNERS_ENABLED',
	// Fetching n8n's list of verified packages needs the internet and slows the start down.
	'N8N_VERIFIED_PACKAGES_ENABLED',
	'N8N_LICENSE_AUTO_RENEW_ENABLED',
	'N8N_SECURE_COOKIE',
];

/**
 * Builds the environment of one instance. Variables of the caller that would change n8n are left
 * out, so a developer's own n8n settings never leak into a test.
 * @param place this instance's folder and ports
 * @param extra variables that win over everything here
 */
export function n8nEnvironment(
	place: InstancePlace,
	extra: Record<string, string>,
): Record<string, string> {
	const inherited: Record<string, string> = {};
	for (const [name, value] of Object.entries(process.env)) {
		const own = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|GENERIC_|npm_|NODE_|JEST_)/.test(name);
		if (value !== undefined && !own) inherited[name] = value;
	}
	return {
		...inherited,
		...Object.fromEntries(OFF.map((name) => [name, 'false'])),
		N8N_USER_FOLDER: place.userFolder,
		N8N_ENCRYPTION_KEY: 'only-for-demo-tests-and-benches',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DISABLE_UI: String(!place.ui),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(place.port),
		N8N_WEBHOOK_URL: `http://127.0.0.1:${place.port}/`,
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${place.port}/`,
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		GENERIC_TIMEZONE: 'UTC',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		// Large results must come back whole, not as "too large to display"; 0 is no limit.
		EXECUTIONS_DATA_MAX_DISPLAY_SIZE: '0',
		// n8n 2's own. Without it n8n 1 stores that an execution has ended before it stores how.
		DB_SQLITE_POOL_SIZE: '3',
		N8N_LOG_LEVEL: 'info',
		...extra,
	};
}

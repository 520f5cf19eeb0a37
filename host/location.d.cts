/** The n8n version that host/package.json pins. */
export function mainVersion(root: string): string;

/** The further versions that the package is tested in: those of host/versions.json. */
export function otherVersions(root: string): string[];

/** The n8n version to start: N8N_HOST_VERSION of the environment, or else the main one. */
export function n8nVersion(root: string): string;

/**
 * What npm needs to install a version, by file name: package.json, and the lockfile of the main one.
 *
 * @throws Error for a version that host/ does not know
 */
export function hostFiles(root: string, version: string): Record<string, string>;

/** First 8 hex digits of the sha256 of the lockfile or, where there is none, of the package.json. */
export function hostHash(root: string, version?: string): string;

/** Absolute path of the folder that holds the real n8n; it need not exist yet. */
export function hostDirectory(root?: string, version?: string): string;

/** Whether the folder holds a finished install of exactly what host/ says. */
export function isHostInstalled(root?: string, version?: string): boolean;

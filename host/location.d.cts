/** First 8 hex digits of the sha256 of host/package-lock.json. */
export function lockHash(root: string): string;

/** The n8n version that host/package.json pins. */
export function n8nVersion(root: string): string;

/** Absolute path of the folder that holds the real n8n; it need not exist yet. */
export function hostDirectory(root?: string): string;

/** Whether the folder holds a finished install of exactly the committed lockfile. */
export function isHostInstalled(root?: string): boolean;

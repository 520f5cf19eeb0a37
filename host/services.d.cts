/** Where PostgreSQL is, and who may make a database there. */
export const POSTGRES: { host: string; port: number; user: string; password: string };

/** Where Redis is. */
export const REDIS: { host: string; port: number };

/**
 * Sends one statement to PostgreSQL.
 * @returns its rows, by the names of their columns
 * @throws Error that says how to start PostgreSQL where it does not answer
 */
export function query(
	database: string,
	sql: string,
	values?: readonly unknown[],
): Promise<Record<string, unknown>[]>;

/** @throws Error that says how to start Redis where it does not answer */
export function pingRedis(): Promise<void>;

/** Deletes the keys of Redis that begin with a prefix. @throws as `pingRedis` */
export function dropKeys(prefix: string): Promise<void>;

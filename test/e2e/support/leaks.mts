// Whether a key, or a signed address at which n8n wakes an execution, got out of where it belongs:
// in all that an n8n has stored and logged.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { N8n } from '../../../host/n8n.mts';
import { SANDBOX_KEYS } from '../../../sandbox/client.mts';

/** The only places of n8n's where a key may be, encrypted. */
const OWN_TABLES = /^credentials_entity$/;

/** An address with a signature that lets in whoever knows it. */
const SIGNED = /webhook-waiting(?:\/|%2F)[^\s"'<>]{0,200}?(?:signature|token)(?:=|%3D)[\w%-]{8,}/i;

/** A key as it is, in an address, and in base64, where what follows it may differ. */
function formsOf(key: string): string[] {
	const base64 = [key, `${key}:`].map((text) => Buffer.from(text).toString('base64'));
	const bare = base64.map((text) => text.replace(/.?.?=*$/, ''));
	return [key, encodeURIComponent(key), encodeURIComponent(key).replaceAll('-', '%2D'), ...bare];
}

const FORMS = SANDBOX_KEYS.flatMap((key) => formsOf(key).map((form) => ({ key, form })));

/** What a text gives away, in words. */
export function leaksIn(text: string): string[] {
	const keys = FORMS.filter(({ form }) => text.includes(form)).map(({ key }) => `the key ${key}`);
	const signed = SIGNED.exec(text);
	return [...new Set(keys), ...(signed ? [`a signed address, ${signed[0].slice(0, 60)}`] : [])];
}

const row = z.record(z.string(), z.unknown());
const named = z.array(z.object({ name: z.string() }));

/** What n8n's database gives away: executions, workflows with their static data, settings, all of it. */
function leaksOfDatabase(file: string): string[] {
	const database = new DatabaseSync(file, { readOnly: true });
	const query = (sql: string) => database.prepare(sql).all();
	const tables = named.parse(query("select name from sqlite_master where type = 'table'"));
	const leaks = tables
		.filter(({ name }) => !OWN_TABLES.test(name))
		.flatMap(({ name }) =>
			query(`select * from "${name}"`).flatMap((found) =>
				Object.entries(row.parse(found)).flatMap(([column, value]) =>
					typeof value === 'string'
						? leaksIn(value).map((leak) => `${name}.${column} holds ${leak}`)
						: [],
				),
			),
		);
	database.close();
	return leaks;
}

/** What an n8n has stored or logged that it should not. */
export async function leaksOf({ userFolder, logFile }: N8n): Promise<string[]> {
	const log = leaksIn(await readFile(logFile, 'utf8')).map((leak) => `the log holds ${leak}`);
	return [...leaksOfDatabase(join(userFolder, '.n8n', 'database.sqlite')), ...log];
}

/** Ends an n8n, and fails where it has stored or logged a key. */
export async function stopWithoutLeaks(n8n: N8n): Promise<void> {
	const leaks = await leaksOf(n8n);
	await n8n.stop();
	if (leaks.length > 0) throw new Error(`What must stay secret was kept:\n${leaks.join('\n')}`);
}

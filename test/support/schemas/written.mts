// The output schemas in nodes/, which the tests write: n8n looks for them beside a compiled node.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JsonSchema } from './jsonSchema.mts';

const COMMAND = 'SCHEMAS=write npm run test:engine -- engine/schemas';

/** An operation's schema. */
export interface WrittenSchema {
	/** Such as 'lead.upsert'. */
	readonly key: string;
	readonly schema: JsonSchema;
}

/**
 * Compares the files of a vendor with its schemas, or writes them when the environment has SCHEMAS=write.
 *
 * @param folder the vendor's, such as 'nodes/GenPage'
 * @param versions of its node
 * @throws Error with the command that writes them, and the first file that is another, when they differ
 */
export function bringUpToDate(
	folder: string,
	versions: readonly number[],
	schemas: readonly WrittenSchema[],
): void {
	const root = join(folder, '__schema__');
	const wanted = new Map(
		versions.flatMap((version) =>
			schemas.map(({ key, schema }) => [
				join(root, versionFolder(version), `${key.replace('.', '/')}.json`),
				`${JSON.stringify(schema, null, '\t')}\n`,
			]),
		),
	);
	if (process.env.SCHEMAS === 'write') {
		rmSync(root, { recursive: true, force: true });
		for (const [file, text] of wanted) {
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		return;
	}
	const there = globSync(`${root}/**/*.json`);
	const texts = new Map(there.map((file) => [file, readFileSync(file, 'utf8')]));
	const files = [...new Set([...wanted.keys(), ...there])];
	const stale = files.find((file) => texts.get(file) !== wanted.get(file));
	if (stale === undefined) return;
	throw new Error(
		`Some output schemas are not what comes; ${COMMAND} renews them. First: ${stale}`,
	);
}

/** 1 as 'v1.0.0'. */
function versionFolder(version: number): string {
	return `v${[...String(version).split('.'), '0', '0'].slice(0, 3).join('.')}`;
}

// The folders of test/fixtures/saved: one for each version that was released, and that of this one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonParse } from 'n8n-workflow';
import { manifest } from '../package.mts';
import type { Run, SavedWorkflow } from './shape.mts';

const ROOM = 'test/fixtures/saved';
export const COMMAND = 'SAVED=write npm run test:engine -- engine/saved';

/** A workflow that a version has saved, and what it did then. */
export interface Kept {
	readonly workflow: SavedWorkflow;
	readonly run: Run;
}

/** Whether this run is to write the workflows of this version. */
export const isWriting = process.env.SAVED === 'write';

/** The versions whose workflows are kept. */
export function keptVersions(): string[] {
	return existsSync(ROOM) ? readdirSync(ROOM).sort() : [];
}

/** The two files of a vendor: workflows as `n8n export:workflow` writes them, and what each did. */
function filesOf(version: string, vendor: string) {
	const folder = join(ROOM, version);
	return {
		workflows: join(folder, `${vendor}.workflows.json`),
		runs: join(folder, `${vendor}.runs.json`),
	};
}

/** What a version has saved of a vendor; nothing where it did not know the vendor. */
export function keptOf(version: string, vendor: string): Kept[] {
	const files = filesOf(version, vendor);
	if (!existsSync(files.workflows)) return [];
	const runs = jsonParse<Record<string, Run>>(readFileSync(files.runs, 'utf8'));
	return jsonParse<SavedWorkflow[]>(readFileSync(files.workflows, 'utf8')).map((workflow) => {
		const run = runs[workflow.name];
		if (!run) throw new Error(`${files.runs} does not tell what "${workflow.name}" did`);
		return { workflow, run };
	});
}

/**
 * Writes what this version saves.
 *
 * @throws when it was released: from then on its folder says what is in people's workflows
 */
export function keep(all: ReadonlyMap<string, readonly Kept[]>): void {
	const { version } = manifest;
	refuseReleased(version);
	const folder = join(ROOM, version);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const [vendor, kept] of all) {
		const files = filesOf(version, vendor);
		const runs = Object.fromEntries(kept.map(({ workflow, run }) => [workflow.name, run]));
		writeFileSync(files.workflows, JSON.stringify(kept.map(({ workflow }) => workflow)));
		writeFileSync(files.runs, JSON.stringify(runs));
	}
	execFileSync('node_modules/.bin/prettier', ['--log-level', 'warn', '--write', folder]);
}

function refuseReleased(version: string): void {
	const tags = execFileSync('git', ['tag', '--list', version, `v${version}`], { encoding: 'utf8' });
	if (tags.trim() === '') return;
	throw new Error(
		`Version ${version} was released (tag ${tags.trim()}): what it has saved stays as it is. Set the next version in package.json first.`,
	);
}

/** Whether package.json's version is the one that is being made: the newest section of the changelog. */
export function isInTheMaking(): boolean {
	const newest = /^## \[([^\]]+)\]/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1];
	return newest === manifest.version;
}

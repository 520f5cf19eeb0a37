// Packs the built package and unpacks it where n8n looks for community packages, so that what runs
// is exactly what a user gets from npm.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

const packAnswer = z.array(
	z.object({
		filename: z.string(),
		name: z.string(),
		version: z.string(),
		size: z.number(),
		entryCount: z.number(),
	}),
);

/** What `npm pack` made. `sizeBytes` is the tarball's size. */
export interface PackedPackage {
	tarball: string;
	name: string;
	version: string;
	sizeBytes: number;
	files: number;
}

/**
 * Runs `npm pack` on a built package.
 * @param packageDir folder with the package.json, by default the repository root
 * @returns the tarball, in a temporary folder of its own
 */
export async function packPackage(packageDir: string = process.cwd()): Promise<PackedPackage> {
	const folder = resolve(packageDir);
	if (!existsSync(join(folder, 'dist'))) {
		throw new Error(`${folder} has no dist folder yet. Run this first: npm run build`);
	}
	const destination = await mkdtemp(join(tmpdir(), 'n8n-pack-'));
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination];
	const { stdout } = await run('npm', args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
	const packed = packAnswer.parse(JSON.parse(stdout))[0];
	if (packed === undefined) throw new Error(`npm pack made no tarball in ${folder}.`);
	// npm writes a scoped name's slash as a hyphen in the file, but not in every version's answer.
	const file = packed.filename.replace('@', '').replaceAll('/', '-');
	return {
		tarball: join(destination, file),
		name: packed.name,
		version: packed.version,
		sizeBytes: packed.size,
		files: packed.entryCount,
	};
}

/**
 * Unpacks a tarball into an n8n user folder, replacing an older copy of the same package.
 * @param tarball path of what `npm pack` made
 * @param userFolder n8n's user folder (the parent of `.n8n`)
 * @returns the folder of the installed package
 */
export async function unpackPackage(tarball: string, userFolder: string): Promise<string> {
	const modules = join(userFolder, '.n8n', 'nodes', 'node_modules');
	await mkdir(modules, { recursive: true });
	const manifest = await run('tar', ['-xzOf', tarball, 'package/package.json']);
	const { name } = z.object({ name: z.string() }).parse(JSON.parse(manifest.stdout));
	const target = join(modules, name);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
	return target;
}

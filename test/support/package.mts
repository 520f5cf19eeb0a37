import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { z } from 'zod';

const manifestShape = z.object({
	name: z.string(),
	bugs: z.object({ url: z.string() }),
	version: z.string(),
	n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
});

/** What package.json says the package holds. */
export const manifest = manifestShape.parse(JSON.parse(readFileSync('package.json', 'utf8')));

const load = createRequire(resolve('package.json'));

/** Loads a class the way n8n's loader does: the file's class has the file's name. */
function instance(file: string): unknown {
	const name = file.split('/').at(-1)?.split('.')[0] ?? '';
	const loaded: unknown = load(resolve(file));
	const exported: ReadonlyArray<[string, unknown]> = Object.entries(loaded ?? {});
	const Class = exported.find(([key]) => key === name)?.[1];
	if (!isClass(Class)) throw new Error(`${file} exports no class ${name}: run "npm run build"`);
	return new Class();
}

function isClass(value: unknown): value is new () => unknown {
	return typeof value === 'function';
}

function isNode(value: unknown): value is INodeType {
	return typeof value === 'object' && value !== null && 'description' in value;
}

function isCredential(value: unknown): value is ICredentialType {
	return typeof value === 'object' && value !== null && 'displayName' in value;
}

/** The compiled node of a type name, such as 'genPage', and no other; undefined where there is none. */
export function packageNode(name: string): INodeType | undefined {
	const file = manifest.n8n.nodes.find((each) => typeIn(each) === name);
	return [file === undefined ? undefined : instance(file)].find(isNode);
}

/** A node's type name is its class's, with a small first letter; the names tests hold nodes to it. */
function typeIn(file: string): string {
	const [name = ''] = basename(file).split('.');
	return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The compiled nodes by their type name. */
export function packageNodes(): Map<string, INodeType> {
	const nodes = manifest.n8n.nodes.map(instance).filter(isNode);
	return new Map(nodes.map((node) => [node.description.name, node]));
}

/** The compiled credentials by their type name, such as 'genPageApi'. */
export function packageCredentials(): Map<string, ICredentialType> {
	const credentials = manifest.n8n.credentials.map(instance).filter(isCredential);
	return new Map(credentials.map((credential) => [credential.name, credential]));
}

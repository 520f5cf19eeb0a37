// Where the benches with a real n8n run: n8n with the packed package, the sandbox, and a folder.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startN8n, type N8n } from '../host/n8n.mts';
import { packPackage } from '../host/pack.mts';
import type { CredentialRef, Workflow } from '../host/workflow.mts';
import { spawnSandbox, type SandboxProcess, type SettingsChange } from '../sandbox/client.mts';

/** How late the sandbox answers. */
export const LATENCY_MS = 20;

/** A real n8n, the vendors, and a folder that n8n may read. */
export class Stage {
	readonly n8n: N8n;
	readonly sandbox: SandboxProcess;
	readonly folder: string;

	constructor(n8n: N8n, sandbox: SandboxProcess, folder: string) {
		this.n8n = n8n;
		this.sandbox = sandbox;
		this.folder = folder;
	}

	/** The sandbox as new, quick in its own work, with the settings given. */
	async reset(settings: SettingsChange = {}): Promise<void> {
		await this.sandbox.reset({ latencyMs: LATENCY_MS, logBodies: false, ...settings });
	}

	/** Stores a credential of this type that reaches the sandbox. */
	async credential(
		type: string,
		name: string,
		data: Record<string, unknown>,
	): Promise<CredentialRef> {
		const entry = { name, type, data: { ...data, baseUrl: this.sandbox.url } };
		const [stored] = await this.n8n.importCredentials([entry]);
		if (!stored) throw new Error('n8n did not store the credential');
		return { id: stored.id, name: stored.name };
	}

	/** Stores a workflow and returns its ID. */
	async workflow(workflow: Workflow): Promise<string> {
		const [stored] = await this.n8n.importWorkflows([workflow]);
		if (!stored) throw new Error('n8n did not store the workflow');
		return stored.id;
	}

	/** CPU that n8n's process has used since its start, in ms (Linux only). */
	cpuMs(): number {
		// Past the name, which may hold spaces: user and system time, in hundredths of a second.
		const [, rest = ''] = readFileSync(`/proc/${this.n8n.pid}/stat`, 'utf8').split(') ');
		const [user, system] = rest.split(' ').slice(11, 13);
		return (Number(user) + Number(system)) * 10;
	}

	/** Writes records that share their keys, for a workflow to read; returns the file's path. */
	csv(name: string, records: ReadonlyArray<Record<string, string>>): string {
		const file = join(this.folder, name);
		const rows = [Object.keys(records[0] ?? {}), ...records.map((each) => Object.values(each))];
		writeFileSync(file, rows.map((row) => row.join(',')).join('\n'));
		return file;
	}
}

/** Brings a stage up, works on it, and clears it away. */
export async function onStage<Shown>(work: (stage: Stage) => Promise<Shown>): Promise<Shown> {
	const folder = mkdtempSync(join(tmpdir(), 'outbound-bench-'));
	const sandbox = await spawnSandbox({ leadsPerSecond: 0, recordsPerSecond: 0 });
	const { tarball } = await packPackage();
	const n8n = await startN8n({ tarball, env: { N8N_RESTRICT_FILE_ACCESS_TO: folder } });
	try {
		return await work(new Stage(n8n, sandbox, folder));
	} finally {
		await n8n.stop();
		await sandbox.stop();
		for (const path of [folder, dirname(tarball)]) rmSync(path, { recursive: true, force: true });
	}
}

import { cpus, totalmem } from 'node:os';
import { n8nVersion } from '../../host/location.cjs';
import { manifest } from '../../test/support/package.mts';
import type { Setting } from './shapes.mts';

const GB = 1024 ** 3;

/** Today, the versions, and the machine: no name, no path. */
export function settingNow(): Setting {
	return {
		date: new Date().toISOString().slice(0, 10),
		n8n: n8nVersion(process.cwd()),
		node: process.versions.node,
		package: manifest.version,
		cores: cpus().length,
		memoryGb: Math.round(totalmem() / GB),
	};
}

// The packages of one vendor as a user of one has them: installed, with their own templates.
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Credentials } from '../../../demo/credentials.mts';
import { templateWith, type ParametersByNode } from '../../../demo/templates.mts';
import type { StoredCredential } from '../../../host/client.mts';
import { packPackage, unpackPackage } from '../../../host/pack.mts';
import { withCredential, type Workflow, type WorkflowNode } from '../../../host/workflow.mts';
import { node } from './chain.mts';

/** The name of a vendor's own package. */
export function packageOf(vendor: keyof Credentials): string {
	return `n8n-nodes-${vendor.toLowerCase()}`;
}

/**
 * Packs a package and installs it.
 *
 * @param folder where it was built
 * @returns where it is installed
 */
export async function install(folder: string, userFolder: string): Promise<string> {
	const { tarball } = await packPackage(folder);
	const installed = await unpackPackage(tarball, userFolder);
	await rm(dirname(tarball), { recursive: true });
	return installed;
}

/** A template that came with the installed package of a vendor, filled in. */
export function ownTemplate(
	installed: string,
	file: string,
	parameters: ParametersByNode,
	{ id, name, type }: StoredCredential,
): Workflow {
	const workflow = templateWith(file, parameters, join(installed, 'workflows'));
	return withCredential(workflow, `${basename(installed)}.`, type, { id, name });
}

/** The start of a workflow that is run by hand. */
export const START = node('Start', 'n8n-nodes-base.manualTrigger', 0, {});

/**
 * A call by the node of a vendor.
 *
 * @param from the package that the node is of; the vendor's own by default
 */
export function callOf(
	name: string,
	place: number,
	[vendor, parameters]: readonly [vendor: keyof Credentials, parameters: object],
	{ [vendor]: { id, name: credential, type } }: Credentials,
	from = packageOf(vendor),
): WorkflowNode {
	return {
		...node(name, `${from}.${vendor}`, place, parameters),
		credentials: { [type]: { id, name: credential } },
	};
}

import { packageNode } from './package.mts';
import { addNodeType } from './workflow.mts';

/**
 * Keeps the promise of a node's next run. The engine lets go of a node as soon as the execution is
 * cancelled, so only this promise tells when the node's own work is over.
 *
 * @param type the node's type name, such as 'genPage'
 */
export function watchNode(type: string): () => Promise<unknown> {
	const node = packageNode(type);
	if (!node) throw new Error(`The package has no node ${type}`);
	let work: Promise<unknown> | undefined;
	addNodeType({
		description: node.description,
		async execute(response) {
			const running = Promise.resolve(node.execute?.call(this, response));
			work = running;
			return (await running) ?? [];
		},
	});
	return () => work ?? Promise.reject(new Error('The node was not run'));
}

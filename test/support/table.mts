// The compiled operation table: what tests are generated from.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { z } from 'zod';

const propertyShape = z.object({
	displayName: z.string(),
	name: z.string(),
	type: z.string(),
	required: z.boolean().optional(),
});

const fieldShape = z.object({
	name: z.string(),
	property: propertyShape,
	inner: z.array(z.object({ name: z.string(), property: propertyShape })).optional(),
});

const appShape = z.object({
	resources: z.array(
		z.object({
			value: z.string(),
			operations: z.array(
				z.object({
					value: z.string(),
					action: z.string(),
					method: z.string(),
					path: z.string(),
					fields: z.array(fieldShape),
				}),
			),
		}),
	),
});

export type TableField = z.infer<typeof fieldShape>;

/** One row of the operation table. */
export interface TableRow {
	/** 'lead.upsert' */
	readonly key: string;
	readonly resource: string;
	readonly operation: string;
	readonly method: string;
	readonly path: string;
	readonly fields: readonly TableField[];
}

const load = createRequire(resolve('package.json'));

/** All operations of the compiled GenPage node. */
export function genPageTable(): TableRow[] {
	const { genPage } = z
		.object({ genPage: appShape })
		.parse(load(resolve('dist/nodes/GenPage/genPage.js')));
	return genPage.resources.flatMap(({ value: resource, operations }) =>
		operations.map(({ value: operation, method, path, fields }) => ({
			key: `${resource}.${operation}`,
			resource,
			operation,
			method,
			path,
			fields,
		})),
	);
}

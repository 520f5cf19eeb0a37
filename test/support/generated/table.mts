// The compiled operation table of a vendor: what its tests are generated from.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { z } from 'zod';
import { contractOf } from '../contract.mts';

const propertyShape = z.object({
	displayName: z.string(),
	name: z.string(),
	type: z.string(),
	required: z.boolean().optional(),
	default: z.unknown(),
	/** Such a field takes no expression: n8n reads its text as it stands. */
	noDataExpression: z.boolean().optional(),
});

const fieldShape = z.object({
	name: z.string(),
	property: propertyShape,
	inner: z.array(z.object({ name: z.string(), property: propertyShape })).optional(),
	/** Whether it only shows something in the form. */
	formOnly: z.boolean().optional(),
	/** The fields that decide whether this one is shown, and their values for that. */
	only: z
		.array(z.object({ field: z.string(), values: z.tuple([z.string()]).rest(z.string()) }))
		.default([]),
});

const appShape = z.object({
	resources: z.array(
		z.object({
			value: z.string(),
			name: z.string(),
			operations: z.array(
				z.object({
					value: z.string(),
					name: z.string(),
					action: z.string(),
					method: z.string(),
					path: z.string(),
					fields: z.array(fieldShape),
					notForAgents: z.object({ because: z.string(), fix: z.string() }).optional(),
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
	/** What the form calls the two: 'Lead' and 'Create or Update'. */
	readonly labels: readonly [resource: string, operation: string];
	readonly method: string;
	/** Such as '/lead/{leadId}/'. */
	readonly path: string;
	readonly fields: readonly TableField[];
	/** Why an agent cannot have it, if it cannot. */
	readonly notForAgents?: { readonly because: string; readonly fix: string };
}

const load = createRequire(resolve('package.json'));

/** All operations of a vendor's compiled node. */
export function tableOf(vendor: { readonly type: string }): TableRow[] {
	const { type } = vendor;
	const folder = contractOf(vendor).node.class;
	const loaded = z
		.object({ [type]: appShape })
		.parse(load(resolve(`dist/nodes/${folder}/${type}.js`)));
	const { resources = [] } = loaded[type] ?? {};
	return resources.flatMap(({ value: resource, name: label, operations }) =>
		operations.map(({ value: operation, name, method, path, fields, notForAgents }) => ({
			key: `${resource}.${operation}`,
			resource,
			operation,
			labels: [label, name],
			method,
			path,
			fields,
			notForAgents,
		})),
	);
}

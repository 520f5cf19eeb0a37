// The agreed names of a vendor: what people's saved workflows hold.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const operationShape = z.object({
	value: z.string(),
	name: z.string(),
	method: z.string(),
	path: z.string(),
	params: z.array(z.string()),
	/** The key under which the vendor wants the body, such as 'contact'. */
	wrapper: z.string().optional(),
});

const contractShape = z.object({
	node: z.object({
		display: z.string(),
		class: z.string(),
		credential: z.string(),
		resources: z.record(z.array(operationShape)),
	}),
	trigger: z
		.object({
			class: z.string(),
			kind: z.enum(['polling', 'webhook']),
			credential: z.string(),
			params: z.array(z.string()),
		})
		/** What else is a list names the choices of the parameter of that name. */
		.passthrough(),
	credential: z.object({
		class: z.string(),
		properties: z.record(z.string()),
		/** 'GET /api/external/v1/hello-world' */
		test: z.string(),
	}),
});

/** What test/support/contract/<type>.json says. */
export type Contract = z.infer<typeof contractShape>;

/** Reads a vendor's contract. @throws ZodError when the file has another form */
export function contractOf({ type }: { readonly type: string }): Contract {
	const text = readFileSync(`test/support/contract/${type}.json`, 'utf8');
	return contractShape.parse(JSON.parse(text));
}

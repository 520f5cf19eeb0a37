// What a fault rule may say.
import { z } from 'zod';

const target = {
	/** The start of the path, or all of it. Left out: every path. */
	path: z.string().optional(),
	/** Left out: every method. */
	method: z
		.string()
		.transform((method) => method.toUpperCase())
		.optional(),
	/** How many requests the rule hits. */
	times: z.number().int().positive().default(1),
	/** How many matching requests pass before the first hit. */
	after: z.number().int().nonnegative().default(0),
	/** before: the vendor never sees the request. after: it does, and its answer is spoiled. */
	when: z.enum(['before', 'after']).default('before'),
};

const headers = z.record(z.string());
const status = z.number().int().min(200).max(599);

/** A rule as `POST /__sandbox/faults` takes it. */
export const faultRuleSchema = z.discriminatedUnion('kind', [
	z
		.object({
			...target,
			kind: z.literal('status'),
			status: z.number().int().min(400).max(599),
			body: z.unknown(),
			headers: headers.optional(),
		})
		.strict(),
	z
		.object({
			...target,
			kind: z.literal('rateLimit'),
			/** Seconds, or an HTTP date as text. Left out: no header. */
			retryAfter: z.union([z.number().nonnegative(), z.string()]).optional(),
		})
		.strict(),
	z.object({ ...target, kind: z.literal('hang') }).strict(),
	z.object({ ...target, kind: z.literal('slow'), ms: z.number().nonnegative() }).strict(),
	z.object({ ...target, kind: z.literal('reset') }).strict(),
	z.object({ ...target, kind: z.literal('resetMidBody') }).strict(),
	z.object({ ...target, kind: z.literal('stallMidBody') }).strict(),
	z.object({ ...target, kind: z.literal('html'), status: status.default(200) }).strict(),
	z.object({ ...target, kind: z.literal('truncated') }).strict(),
	z.object({ ...target, kind: z.literal('wrongType'), body: z.unknown() }).strict(),
	z.object({ ...target, kind: z.literal('empty'), status: status.default(200) }).strict(),
	z.object({ ...target, kind: z.literal('huge'), bytes: z.number().int().positive() }).strict(),
	z
		.object({
			...target,
			kind: z.literal('packed'),
			/** What Content-Encoding says. */
			encoding: z.enum(['gzip', 'br', 'deflate']),
			/** False: the answer is not packed, whatever it says. */
			really: z.boolean().default(true),
			/** Unpacked it is so large, and no answer of the vendor's. Left out: the vendor's answer. */
			bytes: z.number().int().positive().optional(),
		})
		.strict(),
	z
		.object({
			...target,
			kind: z.literal('next'),
			/** Where the answer's `next` link leads; 'further' = to the same list, another address each time. */
			to: z.union([z.enum(['foreign', 'further']), z.string().url()]),
		})
		.strict(),
	z
		.object({
			...target,
			kind: z.literal('redirect'),
			/** 'foreign' = the second listener, 'same' = this server, both with the same path and query. */
			to: z.union([z.enum(['foreign', 'same']), z.string().url()]),
			status: z.number().int().min(300).max(399).default(302),
		})
		.strict(),
]);

/** A rule with its defaults filled in. */
export type FaultRule = z.infer<typeof faultRuleSchema>;

/** A rule as a caller writes it. */
export type FaultRuleInput = z.input<typeof faultRuleSchema>;

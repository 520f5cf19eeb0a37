// What the control endpoints of records take and answer, and how a test reaches them. Server and
// client share these shapes.
import { z } from 'zod';

/** Milliseconds since 1970, or ISO 8601 with a zone; becomes milliseconds. */
const time = z.union([z.number(), z.string().datetime({ offset: true }).transform(Date.parse)]);
const values = z.record(z.unknown()).default({});

/** The body of a wish for new records. */
export const makeSchema = z
	.object({
		count: z.number().int().positive().max(1_000_000).default(1),
		/** Fields of every record. In text, {n} is its number in this wish from 1, {id} its id. */
		values,
		/** Default: the vendor's now. */
		createdAt: time.optional(),
		/** Default: the time of creation. */
		updatedAt: time.optional(),
		/** Each record is so many milliseconds later than the one before it. */
		stepMs: z.number().default(0),
	})
	.strict();

/** The body of a wish to change records. What is left out stays. */
export const changeSchema = z
	.object({
		ids: z.array(z.number()),
		values,
		createdAt: time.optional(),
		/** Default: the vendor's now. */
		updatedAt: time.optional(),
	})
	.strict();

/** The body of a wish to take records away. */
export const removeSchema = z.object({ ids: z.array(z.number()) }).strict();

/** The answer to each of them. */
export const idsSchema = z.object({ ids: z.array(z.number()) });

export type Make = z.infer<typeof makeSchema>;
export type Change = z.infer<typeof changeSchema>;
export type MakeInput = z.input<typeof makeSchema>;
export type ChangeInput = z.input<typeof changeSchema>;

/** What a test can do to the records of a vendor, past its API. */
export interface RecordControl<MakeWish = MakeInput, ChangeWish = ChangeInput> {
	/** Makes records. Returns their ids. */
	make(wish?: MakeWish): Promise<number[]>;
	/** Changes records. The ids must be known. */
	change(wish: ChangeWish): Promise<number[]>;
	/** Takes records away. The ids must be known. */
	remove(ids: readonly number[]): Promise<number[]>;
}

/** Sends JSON where there is a body, and reads JSON, below the control endpoints. */
export type Ask = (path: string, body?: object) => Promise<unknown>;

/** @param path of the records, like "skarbe/contacts" */
export function recordControl(ask: Ask, path: string): RecordControl {
	const wish = async (action: string, body: object): Promise<number[]> =>
		idsSchema.parse(await ask(`${path}/${action}`, body)).ids;
	return {
		make: (body = {}) => wish('make', body),
		change: (body) => wish('change', body),
		remove: (ids) => wish('remove', { ids }),
	};
}

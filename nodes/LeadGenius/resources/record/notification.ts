import { z } from 'zod';

/** More record IDs than this in one notification are not believed. */
const MOST_RECORDS = 10_000;

const id = z.union([z.number().int().nonnegative(), z.string().regex(/^\d+$/)]);

/** True or false, also as text. */
const flag = z.union([
	z.boolean(),
	z
		.string()
		.trim()
		.toLowerCase()
		.pipe(z.enum(['true', 'false']))
		.transform((word) => word === 'true'),
]);

/** What LeadGenius sends when records are finalized (LeadGenius API Docs, "Webhook", "Keys"). */
const notificationShape = z.object({
	slug: z.string().min(1),
	records: z.array(id.transform(Number)).max(MOST_RECORDS),
	uploaded: z.coerce.number(),
	enriched: z.coerce.number(),
	complete: flag,
});

export type Notification = z.output<typeof notificationShape>;

/** Reads the body of a call, or says why it is no notification. */
export function readNotification(body: unknown): Notification | { readonly wrong: string } {
	const parsed = notificationShape.safeParse(body);
	if (parsed.success) return { ...parsed.data, records: [...new Set(parsed.data.records)] };
	const [issue] = parsed.error.issues;
	const where = issue?.path.join('.') || 'body';
	return { wrong: `This is no LeadGenius notification: ${where}: ${issue?.message ?? 'wrong'}` };
}

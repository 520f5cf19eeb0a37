import { z } from 'zod';
import { wholeId } from '../../../shared/values/wholeId';

/** More record IDs than this in one notification are not believed. */
const MOST_RECORDS = 10_000;

const id = z.union([z.number().int().min(0), z.string().regex(/^\d+$/)]).transform(wholeId);

const count = z.coerce.number().finite();

const WORDS = { true: true, '1': true, false: false, '0': false } as const;

/** True or false, also as text or as 1 or 0. */
const flag = z.union([
	z.boolean(),
	z
		.union([z.string(), z.number().transform(String)])
		.transform((word) => word.trim().toLowerCase())
		.pipe(z.enum(['true', 'false', '1', '0']))
		.transform((word) => WORDS[word]),
]);

/** What LeadGenius sends when records are finalized (LeadGenius API Docs, "Webhook", "Keys"). */
const notificationShape = z.object({
	slug: z.string().min(1),
	records: z
		.array(id)
		.max(MOST_RECORDS)
		.nullable()
		.transform((ids) => ids ?? []),
	uploaded: count,
	enriched: count,
	complete: flag,
});

export type Notification = z.output<typeof notificationShape>;

/** What each key must be. zod has words of its own for it, which differ from version to version. */
const MUST_BE: Readonly<Record<string, string>> = {
	slug: "must be the campaign's slug",
	records: `must be a list of at most ${MOST_RECORDS} record IDs`,
	uploaded: 'must be a number',
	enriched: 'must be a number',
	complete: 'must be true or false',
};

/** Reads the body of a call, or says why it is no notification. */
export function readNotification(body: unknown): Notification | { readonly wrong: string } {
	const parsed = notificationShape.safeParse(body);
	if (parsed.success) return { ...parsed.data, records: [...new Set(parsed.data.records)] };
	const [issue] = parsed.error.issues;
	const key = String(issue?.path[0] ?? '');
	const wrong = MUST_BE[key] ? `'${key}' ${MUST_BE[key]}` : 'it must be a JSON object';
	return { wrong: `This is no LeadGenius notification: ${wrong}` };
}

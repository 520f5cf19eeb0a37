// What kind of work an operation is, by the vendors' documents alone: by its method, and where that
// does not tell, by what the document says that the endpoint does.
import type { TableRow } from '../generated/table.mts';

/** In the order of the document's tables. */
export const KINDS = [
	'read',
	'list',
	'report',
	'create',
	'update',
	'delete',
	'upload',
	'upsert',
] as const;
export type Kind = (typeof KINDS)[number];

/** What people call them. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
	read: 'reads of one record',
	list: 'lists',
	report: 'reports',
	create: 'creates',
	update: 'updates',
	delete: 'deletes',
	upload: 'batch uploads',
	upsert: 'batch upserts',
};

/** POSTs that create nothing, or many records at once. */
const OTHERWISE: ReadonlyArray<readonly [operation: RegExp, kind: Kind]> = [
	// "Reports" of Geniziz are asked for with a body; nothing is written.
	[/^report\./, 'report'],
	// What is restored already is restored.
	[/^conversation\.restore$/, 'update'],
	// Up to 200 records a request, which make work that is paid for.
	[/^(record|exclusion)\.upload/, 'upload'],
	// "Upsert (update or insert)", of up to 200 leads that become a job.
	[/^lead\.upsert$/, 'upsert'],
];

/** The kind of an operation. */
export function kindOf({ key, method, fields }: TableRow): Kind {
	if (method === 'GET') return fields.some(({ name }) => name === 'returnAll') ? 'list' : 'read';
	if (method === 'DELETE') return 'delete';
	const [, kind] = OTHERWISE.find(([operation]) => operation.test(key)) ?? [];
	return kind ?? (method === 'POST' ? 'create' : 'update');
}

/** Whether it writes nothing. */
export function isReading(kind: Kind): boolean {
	return kind === 'read' || kind === 'list' || kind === 'report';
}
